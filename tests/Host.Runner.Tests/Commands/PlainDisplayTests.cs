using Host.Runner.Commands;
using Host.Runner.Commands.Running;
using Host.Runner.Execution;

namespace Host.Runner.Tests.Commands;

public sealed class PlainDisplayTests
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task A_long_stage_says_now_and_then_how_far_it_is_and_a_short_one_nothing_but_its_time()
    {
        await ShowAsync(Verbosity.Normal, display =>
        {
            display.StageBegan([new ProgressLevel("reading", 0, 0)]);
            _clock.Advance(TimeSpan.FromSeconds(2));
            display.StageEnded([new ProgressLevel("reading", 0, 0)], TimeSpan.FromSeconds(2));
            display.StageBegan([new ProgressLevel("sorting", 0, 200)]);
            display.StageAdvanced([new ProgressLevel("sorting", 90, 200), new ProgressLevel("batch 3", 0, 0)]);
            _clock.Advance(TimeSpan.FromSeconds(11));
        });

        _output.ToString().Should().Be("""
              reading: 2.0 s
              sorting > batch 3, 45 %, 7.0 s so far
              sorting > batch 3, 45 %, 12.0 s so far

            """);
    }

    [Fact]
    public async Task A_step_that_says_nothing_is_shown_to_be_alive()
    {
        await ShowAsync(Verbosity.Normal, _ => _clock.Advance(TimeSpan.FromSeconds(6)));

        _output.ToString().Should().Be("  5.0 s so far\n");
    }

    [Fact]
    public async Task A_night_of_work_says_a_line_a_minute()
    {
        await ShowAsync(Verbosity.Normal, display =>
        {
            display.StageBegan([new ProgressLevel("sorting", 0, 0)]);
            _clock.Advance(TimeSpan.FromHours(8));
        });

        Lines.Should().HaveCountGreaterThan(8 * 60 - 20).And.HaveCountLessThan(8 * 60 + 60);
    }

    [Fact]
    public async Task Thousands_of_short_stages_do_not_flood_the_log()
    {
        await ShowAsync(Verbosity.Normal, display =>
        {
            for (var stage = 0; stage < 10_000; stage++)
            {
                var levels = new[] { new ProgressLevel($"iteration {stage}", 0, 1) };
                display.StageBegan(levels);
                display.Metric("switched %", stage, 3);
                _clock.Advance(TimeSpan.FromMilliseconds(10));
                display.StageEnded(levels, TimeSpan.FromMilliseconds(10));
            }
        });

        Lines.Should().HaveCount(20 + 33, "twenty at once, then one every three seconds");
    }

    [Fact]
    public async Task A_quiet_hour_does_not_buy_a_flood()
    {
        await ShowAsync(Verbosity.Normal, display =>
        {
            _clock.Advance(TimeSpan.FromHours(1));
            _output.GetStringBuilder().Clear();
            for (var stage = 0; stage < 100; stage++)
                display.StageEnded([new ProgressLevel("iteration", 0, 1)], TimeSpan.Zero);
        });

        Lines.Should().HaveCount(20);
    }

    [Fact]
    public async Task Quiet_says_nothing_of_stages()
    {
        await ShowAsync(Verbosity.Quiet, display =>
        {
            display.StageBegan([new ProgressLevel("sorting", 0, 0)]);
            _clock.Advance(TimeSpan.FromMinutes(1));
            display.StageEnded([new ProgressLevel("sorting", 0, 0)], TimeSpan.FromMinutes(1));
        });

        _output.ToString().Should().BeEmpty();
    }

    private string[] Lines => _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private Task ShowAsync(Verbosity verbosity, Action<PlainDisplay> work)
    {
        var display = new PlainDisplay(new HostConsole(_output, TextWriter.Null, OutputMode.Plain, null), verbosity, _clock);
        return display.ShowAsync(() =>
        {
            display.StepBegan("classify");
            work(display);
            return Task.CompletedTask;
        });
    }
}
