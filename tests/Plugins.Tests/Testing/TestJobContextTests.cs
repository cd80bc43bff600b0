using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Testing.Jobs;

namespace Plugins.Tests.Testing;

public class TestJobContextTests
{
    [Fact]
    public void A_checkpoint_whose_writing_fails_leaves_the_one_before_it()
    {
        var checkpoints = new MemoryCheckpoints();
        checkpoints.Write("state", stream => stream.WriteByte(7));
        var failing = () => checkpoints.Write("state", stream =>
        {
            stream.WriteByte(8);
            throw new IOException("full");
        });
        failing.Should().Throw<IOException>();
        checkpoints.OpenRead("state")!.ReadByte().Should().Be(7);
        checkpoints.OpenRead("other").Should().BeNull();
    }

    [Fact]
    public void Stages_are_recorded_with_the_path_that_leads_to_them()
    {
        using var context = new TestJobContext();
        var begun = new List<string>();
        context.Progress.Begun = begun.Add;
        using (var outer = ((IJobContext)context).Progress.Begin("classes", 2))
        {
            outer.Advance();
            outer.Begin("iteration 1").Dispose();
            outer.Metric("switched %", 1, 30);
        }

        begun.Should().Equal("classes", "classes / iteration 1");
        context.Progress.Stages[0].Should().BeEquivalentTo(new { Path = "classes", Total = 2.0, Done = 1.0, HasEnded = true });
        context.Progress.Metrics.Should().Equal(new RecordedMetric("switched %", 1, 30));
    }

    [Fact]
    public void The_folders_are_gone_when_the_job_is_over()
    {
        string output;
        using (var context = new TestJobContext())
        {
            output = context.OutputFolder;
            File.WriteAllText(Path.Combine(output, "mask.mrc"), "");
            Directory.Exists(context.ScratchFolder).Should().BeTrue();
        }

        Directory.Exists(output).Should().BeFalse();
    }

    [Fact]
    public void What_is_connected_set_and_offered_reaches_the_node()
    {
        var item = new DataItem { Type = DataTypes.Mask, Slots = [] };
        using var context = new TestJobContext().Connect("mask", item).Set("soft_edge", "3 px").Offer<IComparable>("feature");
        context.Inputs.Required("mask").Should().BeSameAs(item);
        context.Parameters.All["soft_edge"].Should().Be("3 px");
        context.GetFeature<IComparable>().Should().Be("feature");
        context.GetFeature<IDisposable>().Should().BeNull();
    }
}
