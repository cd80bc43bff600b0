using Host.Runner.Execution;
using Spectre.Console;

namespace Host.Runner.Commands.Running;

/// <summary>Progress bars at the bottom of a terminal; lines that stay scroll above them.</summary>
public sealed class BarDisplay : IRunDisplay
{
    private const int MetricCount = 3;
    private static readonly TimeSpan FrameTime = TimeSpan.FromMilliseconds(120);

    private readonly Lock _lock = new();

    // Spectre 0.49 takes two locks of its own in one order to refresh and in the other to write: never both at once. Taken before _lock.
    private readonly Lock _drawing = new();
    private readonly HostConsole _console;
    private readonly IAnsiConsole _terminal;
    private readonly TimeProvider _clock;
    private readonly StageLog _stages;

    /// <summary>Makes a display.</summary>
    /// <param name="console">A terminal.</param>
    /// <param name="verbosity">How much is said of the stages of a step.</param>
    /// <param name="clock">Tells the time.</param>
    public BarDisplay(HostConsole console, Verbosity verbosity, TimeProvider clock)
    {
        _console = console;
        _clock = clock;
        _stages = new StageLog(clock, verbosity);
        var output = new AnsiConsoleOutput(console.Output);
        _terminal = AnsiConsole.Create(
            new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, Interactive = InteractionSupport.Yes, Out = output });
        // The window of a real terminal may change its width at any time, so that is asked for at every frame.
        if (!output.IsTerminal && console.WidthColumns is { } width)
            _terminal.Profile.Width = width;
    }

    /// <inheritdoc/>
    public void Write(string text, Tone tone = Tone.Plain)
    {
        if (tone is Tone.Note or Tone.Warning or Tone.Error && _console.ErrorMode == OutputMode.Plain)
            _console.Error.WriteLine(text);
        else
            WriteAbove(text, tone);
    }

    /// <inheritdoc/>
    public void StepBegan(string name)
    {
        lock (_lock)
            _stages.StepBegan(name);
    }

    /// <inheritdoc/>
    public void StageBegan(IReadOnlyList<ProgressLevel> levels) => Tell(stages => stages.StageBegan(levels));

    /// <inheritdoc/>
    public void StageAdvanced(IReadOnlyList<ProgressLevel> levels)
    {
        lock (_lock)
            _stages.StageAdvanced(levels);
    }

    /// <inheritdoc/>
    public void StageEnded(IReadOnlyList<ProgressLevel> levels, TimeSpan elapsed) => Tell(stages => stages.StageEnded(levels, elapsed));

    /// <inheritdoc/>
    public void Metric(string series, double abscissa, double value) => Tell(stages => stages.Metric(series, abscissa, value));

    /// <inheritdoc/>
    public void StepEnded()
    {
        lock (_lock)
            _stages.StepEnded();
    }

    /// <inheritdoc/>
    public Task ShowAsync(Func<Task> work) => _terminal.Live(new ProgressBars(View)).AutoClear(true).StartAsync(async live =>
    {
        await using var timer = _clock.CreateTimer(_ => Draw(live), null, TimeSpan.Zero, FrameTime);
        await work().ConfigureAwait(false);
    });

    private void Draw(LiveDisplayContext live)
    {
        // A frame that comes while another is drawn is left out, lest they pile up on a slow terminal.
        if (!_drawing.TryEnter())
            return;
        try
        {
            live.Refresh();
        }
        finally
        {
            _drawing.Exit();
        }
    }

    private void Tell(Func<StageLog, string?> tell)
    {
        string? line;
        lock (_lock)
            line = tell(_stages);
        if (line is not null)
            WriteAbove(line, Tone.Faint);
    }

    private void WriteAbove(string text, Tone tone)
    {
        lock (_drawing)
            _terminal.Write(new StayingLines(text, StyleOf(tone)));
    }

    private ProgressView? View()
    {
        lock (_lock)
        {
            return _stages.Step is { } step
                ? new ProgressView(step, _stages.Elapsed, _stages.Levels, [.. _stages.Metrics.TakeLast(MetricCount)])
                : null;
        }
    }

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Heading => new Style(decoration: Decoration.Bold),
        Tone.Good => new Style(Color.Green),
        Tone.Faint => new Style(Color.Grey),
        Tone.Warning => new Style(Color.Olive),
        Tone.Bad or Tone.Error => new Style(Color.Maroon),
        _ => Style.Plain,
    };
}
