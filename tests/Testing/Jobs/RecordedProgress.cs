using System.Collections.Concurrent;
using Host.Abstractions.Running;

namespace Testing.Jobs;

/// <summary>Keeps what a job told of its progress.</summary>
/// <remarks>A stage's path is the titles from the outermost stage to itself, joined by " / ". Safe from any thread.</remarks>
public sealed class RecordedProgress : IProgressReporter
{
    private readonly ConcurrentQueue<RecordedStage> _stages = new();
    private readonly ConcurrentQueue<RecordedMetric> _metrics = new();

    /// <summary>All stages in the order they began.</summary>
    public IReadOnlyList<RecordedStage> Stages => [.. _stages];

    /// <summary>All points of all series in the order they were told.</summary>
    public IReadOnlyList<RecordedMetric> Metrics => [.. _metrics];

    /// <summary>Called with its path when a stage begins; lets a test cancel or stop a job at a chosen place.</summary>
    public Action<string>? Begun { get; set; }

    /// <inheritdoc/>
    public IProgressStage Begin(string title, double total = 0) => BeginStage(title, total);

    /// <inheritdoc/>
    public void Metric(string series, double step, double value) => _metrics.Enqueue(new RecordedMetric(series, step, value));

    internal RecordedStage BeginStage(string path, double total)
    {
        var stage = new RecordedStage(this, path, total);
        _stages.Enqueue(stage);
        Begun?.Invoke(path);
        return stage;
    }
}
