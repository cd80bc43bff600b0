using Plugin.Classify3D.Schedules;

namespace Plugins.Tests.Classify3D.Schedules;

public class CheckpointPaceTests
{
    [Fact]
    public void Writing_takes_a_twentieth_of_the_time_at_most()
    {
        var time = new ManualTime();
        var pace = new CheckpointPace(time);
        var written = new List<double>();
        for (var iteration = 0; iteration < 100; iteration++)
        {
            pace.WriteWhenDue(() =>
            {
                written.Add(time.Seconds);
                time.Seconds += 2;
            });
            time.Seconds += 1;
        }

        written.Should().Equal(0, 40, 80);
    }

    private sealed class ManualTime : TimeProvider
    {
        public double Seconds { get; set; }

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => (long)(1000 * Seconds);
    }
}
