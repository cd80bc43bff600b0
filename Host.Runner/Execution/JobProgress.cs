using System.Globalization;
using Host.Abstractions.Running;

namespace Host.Runner.Execution;

/// <summary>Follows the nested stages of a job, tells an observer at a bearable rate and logs the stages.</summary>
internal sealed class JobProgress : IProgressReporter
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly List<Stage> _open = [];
    private readonly EventLog _log;
    private readonly TimeProvider _clock;
    private readonly PlannedStep _step;
    private readonly IRunObserver _observer;
    private long _lastTold;

    /// <summary>Follows a job.</summary>
    /// <param name="log">Log of the job.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="step">The step that the job does.</param>
    /// <param name="observer">Is told of stages and every point of a series.</param>
    public JobProgress(EventLog log, TimeProvider clock, PlannedStep step, IRunObserver observer)
    {
        _log = log;
        _clock = clock;
        _step = step;
        _observer = observer;
    }

    /// <inheritdoc/>
    public IProgressStage Begin(string title, double total = 0)
    {
        lock (_lock)
            return Begin(title, total, _open.Count > 0 ? _open[^1] : null);
    }

    /// <inheritdoc/>
    public void Metric(string series, double step, double value)
    {
        _log.Write("metric", string.Create(CultureInfo.InvariantCulture, $"{series} at {step:R}: {value:R}"));
        _observer.StepMetric(_step, series, step, value);
    }

    private Stage Begin(string title, double total, Stage? parent)
    {
        Stage stage;
        IReadOnlyList<ProgressLevel> levels;
        lock (_lock)
        {
            stage = new Stage(this, parent, title, total, _clock.GetTimestamp());
            _open.Add(stage);
            levels = stage.Levels();
        }

        _log.Write("begin", stage.Name);
        _observer.StageBegan(_step, levels);
        return stage;
    }

    private void Advance(Stage stage, double amount)
    {
        IReadOnlyList<ProgressLevel> levels;
        lock (_lock)
        {
            stage.Done += amount;
            if (_clock.GetElapsedTime(_lastTold) < Interval)
                return;
            _lastTold = _clock.GetTimestamp();
            levels = stage.Levels();
        }

        _observer.StageAdvanced(_step, levels);
    }

    private void End(Stage stage)
    {
        IReadOnlyList<ProgressLevel> levels;
        lock (_lock)
        {
            if (!_open.Remove(stage))
                return;
            levels = stage.Levels();
        }

        var elapsed = _clock.GetElapsedTime(stage.Began);
        _log.Write("end", string.Create(CultureInfo.InvariantCulture, $"{stage.Name} after {elapsed.TotalSeconds:F3} s"));
        _observer.StageEnded(_step, levels, elapsed);
    }

    private sealed class Stage(JobProgress progress, Stage? parent, string title, double total, long began) : IProgressStage
    {
        public double Done { get; set; }

        public long Began => began;

        public string Name => parent is null ? title : $"{parent.Name} > {title}";

        public IReadOnlyList<ProgressLevel> Levels() => [.. parent?.Levels() ?? [], new ProgressLevel(title, Done, total)];

        public IProgressStage Begin(string title, double total = 0) => progress.Begin(title, total, this);

        public void Metric(string series, double step, double value) => progress.Metric(series, step, value);

        public void Advance(double amount = 1) => progress.Advance(this, amount);

        public void Dispose() => progress.End(this);
    }
}
