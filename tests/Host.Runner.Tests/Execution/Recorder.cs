using Host.Abstractions.Planning;
using Host.Abstractions.Running;
using Host.Runner.Execution;
using Host.Runner.Workflows;
using Microsoft.Extensions.Logging;

namespace Host.Runner.Tests.Execution;

/// <summary>Writes down what happens in a run.</summary>
internal sealed class Recorder : IRunObserver
{
    private readonly Lock _lock = new();
    private readonly List<string> _events = [];

    /// <summary>Is called, on the node's thread, with every title of an innermost stage.</summary>
    public Action<string> Began { get; set; } = _ => { };

    public IReadOnlyList<string> Events
    {
        get
        {
            lock (_lock)
                return [.. _events];
        }
    }

    public void Planned(WorkflowPlan plan) => Add("planned");

    public void StepReused(PlannedStep step, JobResult result) => Add($"reused {step.Step.Name}");

    public void StepStarted(PlannedStep step, string jobFolder) => Add($"started {step.Step.Name}");

    public void StageBegan(PlannedStep step, IReadOnlyList<ProgressLevel> levels) => Began(levels[^1].Title);

    public void StageAdvanced(PlannedStep step, IReadOnlyList<ProgressLevel> levels)
    {
    }

    public void StageEnded(PlannedStep step, IReadOnlyList<ProgressLevel> levels, TimeSpan elapsed)
    {
    }

    public void StepMetric(PlannedStep step, string series, double abscissa, double value) => Add($"metric {series}");

    public void StepMessage(PlannedStep step, LogLevel level, string message) => Add($"said {message}");

    public void StepFinished(PlannedStep step, JobResult result, TimeSpan elapsed) =>
        Add($"finished {step.Step.Name} with {result.Summary[0].Rows[0][0]}");

    public void StepFailed(PlannedStep step, IReadOnlyList<Diagnostic> reasons) => Add($"failed {step.Step.Name}");

    public void StepCancelled(PlannedStep step) => Add($"cancelled {step.Step.Name}");

    public void Exported(ResolvedExport export, IReadOnlyList<string> paths) => Add($"exported {export.Name}");

    private void Add(string happened)
    {
        lock (_lock)
            _events.Add(happened);
    }
}
