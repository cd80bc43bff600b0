using Host.Abstractions.Running;

namespace Testing.Jobs;

/// <summary>One stage that a job began.</summary>
public sealed class RecordedStage : IProgressStage
{
    private readonly RecordedProgress _progress;
    private readonly Lock _lock = new();
    private double _done;

    internal RecordedStage(RecordedProgress progress, string path, double total)
    {
        _progress = progress;
        Path = path;
        Total = total;
    }

    /// <summary>Titles from the outermost stage to this one, joined by " / ".</summary>
    public string Path { get; }

    /// <summary>Units of work announced; 0 when not known.</summary>
    public double Total { get; }

    /// <summary>Units of work told of so far.</summary>
    public double Done
    {
        get
        {
            lock (_lock)
                return _done;
        }
    }

    /// <summary>Whether the job has ended it.</summary>
    public bool HasEnded { get; private set; }

    /// <inheritdoc/>
    public IProgressStage Begin(string title, double total = 0) => _progress.BeginStage($"{Path} / {title}", total);

    /// <inheritdoc/>
    public void Metric(string series, double step, double value) => _progress.Metric(series, step, value);

    /// <inheritdoc/>
    public void Advance(double amount = 1)
    {
        lock (_lock)
            _done += amount;
    }

    /// <inheritdoc/>
    public void Dispose() => HasEnded = true;
}
