using Host.Runner.Commands;
using Host.Runner.Commands.Running;
using Host.Runner.Execution;

namespace Host.Runner.Tests.Commands;

public sealed class BarDisplayTests
{
    private const int WidthColumns = 60;

    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task Shows_step_nested_stages_and_latest_numbers_below_the_lines_that_stay()
    {
        var seen = "";
        await ShowAsync(_clock, display =>
        {
            display.Write("[1/2] classify, classify3d");
            display.StepBegan("classify");
            display.StageBegan([new ProgressLevel("full EM", 2, 0)]);
            display.StageAdvanced([new ProgressLevel("full EM", 2, 0), new ProgressLevel("iteration 3", 25, 100)]);
            display.Metric("switched particles %", 2, 7.25);
            display.Metric("switched particles %", 3, 3.5);
            _clock.Advance(TimeSpan.FromSeconds(75));
            seen = Screen;
        });

        seen.Should().Be("""
            [1/2] classify, classify3d

            ⠴ classify  1 min 15 s
              full EM
              iteration 3  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━  25 %
              switched particles %: 3.5
            """);
        Screen.Should().Be("[1/2] classify, classify3d", "the bars go when the work is done");
    }

    [Fact]
    public async Task Never_writes_beyond_a_narrow_window()
    {
        await ShowAsync(_clock, display =>
        {
            display.StepBegan(new string('s', 100));
            display.StageBegan([new ProgressLevel(new string('t', 100), 1, 2), new ProgressLevel(new string('u', 100), 1, 2)]);
            display.Metric(new string('m', 100), 1, 1);
            _clock.Advance(TimeSpan.FromSeconds(1));
            Screen.Split('\n').Max(line => line.Length).Should().BeLessThan(WidthColumns);
        });
    }

    [Fact]
    public async Task Warnings_go_to_the_file_that_diagnostics_were_sent_to()
    {
        var error = new StringWriter { NewLine = "\n" };
        var console = new HostConsole(_output, error, OutputMode.Terminal, WidthColumns) { ErrorMode = OutputMode.Plain };
        var display = new BarDisplay(console, Verbosity.Normal, _clock);

        await display.ShowAsync(() =>
        {
            display.Write("careful", Tone.Warning);
            return Task.CompletedTask;
        });

        error.ToString().Should().Be("careful\n");
        Screen.Should().BeEmpty();
    }

    [Fact]
    public async Task Many_threads_write_while_bars_are_drawn_and_every_line_arrives_whole()
    {
        var clock = new HurriedClock();
        var showing = ShowAsync(clock, display =>
        {
            display.StepBegan("classify");
            // Threads of their own, so that those of the pool are free to draw.
            var threads = Enumerable.Range(0, 4).Select(number => new Thread(() => WriteLines(display, number))).ToList();
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());
        });
        await showing.WaitAsync(TimeSpan.FromSeconds(60));

        clock.RingCount.Should().BeGreaterThan(20, "the test is of writing while bars are drawn");
        var expected = Enumerable.Range(0, 400).Select(line => $"line {line / 4} of thread {line % 4}");
        Screen.Split('\n').Order(StringComparer.Ordinal).Should().Equal(expected.Order(StringComparer.Ordinal));
    }

    private static void WriteLines(BarDisplay display, int thread)
    {
        for (var line = 0; line < 100; line++)
        {
            display.Write($"line {line} of thread {thread}");
            display.StageAdvanced([new ProgressLevel("stage", line, 100)]);
        }
    }

    private string Screen
    {
        get
        {
            var screen = new TerminalScreen(WidthColumns);
            screen.Write(_output.ToString());
            return screen.Text;
        }
    }

    private async Task ShowAsync(TimeProvider clock, Action<BarDisplay> work)
    {
        var display = new BarDisplay(new HostConsole(_output, _output, OutputMode.Terminal, WidthColumns), Verbosity.Normal, clock);
        await Task.Run(() => display.ShowAsync(() =>
        {
            work(display);
            return Task.CompletedTask;
        }));
    }
}
