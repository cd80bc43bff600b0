using Host.Runner.Execution;

namespace Host.Runner.Commands.Running;

/// <summary>Plain lines for pipes, files and dumb terminals: what was done, and now and then how far a long stage is.</summary>
public sealed class PlainDisplay : IRunDisplay
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestSilence = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly HostConsole _console;
    private readonly Verbosity _verbosity;
    private readonly TimeProvider _clock;
    private readonly StageLog _stages;
    private long _lastLine;

    /// <summary>Makes a display.</summary>
    /// <param name="console">Where to write.</param>
    /// <param name="verbosity">How much is said of the stages of a step.</param>
    /// <param name="clock">Tells the time.</param>
    public PlainDisplay(HostConsole console, Verbosity verbosity, TimeProvider clock)
    {
        _console = console;
        _verbosity = verbosity;
        _clock = clock;
        _stages = new StageLog(clock, verbosity);
    }

    /// <inheritdoc/>
    public void Write(string text, Tone tone = Tone.Plain)
    {
        lock (_lock)
            WriteLine(text, tone is Tone.Note or Tone.Warning or Tone.Error ? _console.Error : _console.Output);
    }

    /// <inheritdoc/>
    public void StepBegan(string name)
    {
        lock (_lock)
        {
            _stages.StepBegan(name);
            _lastLine = _clock.GetTimestamp();
        }
    }

    /// <inheritdoc/>
    public void StageBegan(IReadOnlyList<ProgressLevel> levels)
    {
        lock (_lock)
            WriteLine(_stages.StageBegan(levels), _console.Output);
    }

    /// <inheritdoc/>
    public void StageAdvanced(IReadOnlyList<ProgressLevel> levels)
    {
        lock (_lock)
            _stages.StageAdvanced(levels);
    }

    /// <inheritdoc/>
    public void StageEnded(IReadOnlyList<ProgressLevel> levels, TimeSpan elapsed)
    {
        lock (_lock)
            WriteLine(_stages.StageEnded(levels, elapsed), _console.Output);
    }

    /// <inheritdoc/>
    public void Metric(string series, double abscissa, double value)
    {
        lock (_lock)
            WriteLine(_stages.Metric(series, abscissa, value), _console.Output);
    }

    /// <inheritdoc/>
    public void StepEnded()
    {
        lock (_lock)
            _stages.StepEnded();
    }

    /// <inheritdoc/>
    public async Task ShowAsync(Func<Task> work)
    {
        await using var timer = _clock.CreateTimer(_ => SayHowFar(), null, Beat, Beat);
        await work().ConfigureAwait(false);
    }

    private void SayHowFar()
    {
        lock (_lock)
        {
            // A job of a night says no more than one of an hour could: the longer it runs, the longer the silences.
            var silence = TimeSpan.FromTicks(Math.Clamp(_stages.Elapsed.Ticks / 20, ShortestSilence.Ticks, LongestSilence.Ticks));
            if (_verbosity == Verbosity.Quiet || _stages.Step is null || _clock.GetElapsedTime(_lastLine) < silence)
                return;
            var percent = _stages.Levels.Select(StageText.Percent).LastOrDefault(text => text.Length > 0) ?? "";
            string[] parts = [StageText.Path(_stages.Levels), percent, $"{Quantity.Time(_stages.Elapsed)} so far"];
            WriteLine($"  {string.Join(", ", parts.Where(part => part.Length > 0))}", _console.Output);
        }
    }

    private void WriteLine(string? text, TextWriter output)
    {
        if (text is null)
            return;
        output.WriteLine(text);
        _lastLine = _clock.GetTimestamp();
    }
}
