using Host.Runner.Execution;

namespace Host.Runner.Commands.Running;

/// <summary>Which lines about the stages of a step stay, and what they say; keeps what is going on right now.</summary>
/// <remarks>Not safe for use from several threads; the display that owns it takes care.</remarks>
internal sealed class StageLog
{
    // Twenty lines show all of a short step; after that a job that has thousands of short stages says one of them every three seconds.
    private const int LinesAtOnce = 20;
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(3);

    private readonly TimeProvider _clock;
    private readonly Verbosity _verbosity;
    private readonly List<(string Series, double Value)> _metrics = [];
    private LineBudget _budget;
    private long _began;

    public StageLog(TimeProvider clock, Verbosity verbosity)
    {
        _clock = clock;
        _verbosity = verbosity;
        _budget = new LineBudget(clock, LinesAtOnce, LineInterval);
    }

    /// <summary>Name of the step at work; null for none.</summary>
    public string? Step { get; private set; }

    /// <summary>The stage heard of last that is still going on, and those it is part of.</summary>
    public IReadOnlyList<ProgressLevel> Levels { get; private set; } = [];

    /// <summary>The latest value of each series, the latest last.</summary>
    public IReadOnlyList<(string Series, double Value)> Metrics => _metrics;

    /// <summary>How long the step is at work.</summary>
    public TimeSpan Elapsed => _clock.GetElapsedTime(_began);

    public void StepBegan(string name)
    {
        Step = name;
        Levels = [];
        _metrics.Clear();
        _began = _clock.GetTimestamp();
        _budget = new LineBudget(_clock, LinesAtOnce, LineInterval);
    }

    public void StepEnded()
    {
        Step = null;
        Levels = [];
    }

    /// <summary>The line to write, or null.</summary>
    public string? StageBegan(IReadOnlyList<ProgressLevel> levels)
    {
        Levels = levels;
        return _verbosity == Verbosity.Detailed ? $"  begin {StageText.Path(levels)}" : null;
    }

    public void StageAdvanced(IReadOnlyList<ProgressLevel> levels) => Levels = levels;

    /// <summary>The line to write, or null.</summary>
    public string? StageEnded(IReadOnlyList<ProgressLevel> levels, TimeSpan elapsed)
    {
        Levels = [.. levels.SkipLast(1)];
        var isWanted = _verbosity == Verbosity.Detailed || (_verbosity == Verbosity.Normal && levels.Count == 1 && _budget.TryTake());
        return isWanted ? $"  {StageText.Path(levels)}: {Quantity.Time(elapsed)}" : null;
    }

    /// <summary>The line to write, or null.</summary>
    public string? Metric(string series, double abscissa, double value)
    {
        _metrics.RemoveAll(metric => metric.Series == series);
        _metrics.Add((series, value));
        return _verbosity == Verbosity.Detailed ? $"  {series} at {Quantity.Number(abscissa)}: {Quantity.Number(value)}" : null;
    }
}
