using Host.Abstractions.Planning;
using Host.Abstractions.Running;
using Host.Runner.Execution;
using Host.Runner.Workflows;
using Microsoft.Extensions.Logging;

namespace EndToEnd.Tests;

/// <summary>Asks a run to stop when a step begins a stage of some title.</summary>
internal sealed class StopPoint(string stepName, string title) : IRunObserver, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Is cancelled when the stage begins.</summary>
    public CancellationToken Stopping => _stop.Token;

    public void StageBegan(PlannedStep step, IReadOnlyList<ProgressLevel> levels)
    {
        if (step.Step.Name == stepName && levels[^1].Title.StartsWith(title, StringComparison.Ordinal))
            _stop.Cancel();
    }

    public void Planned(WorkflowPlan plan)
    {
    }

    public void StepReused(PlannedStep step, JobResult result)
    {
    }

    public void StepStarted(PlannedStep step, string jobFolder)
    {
    }

    public void StageAdvanced(PlannedStep step, IReadOnlyList<ProgressLevel> levels)
    {
    }

    public void StageEnded(PlannedStep step, IReadOnlyList<ProgressLevel> levels, TimeSpan elapsed)
    {
    }

    public void StepMetric(PlannedStep step, string series, double abscissa, double value)
    {
    }

    public void StepMessage(PlannedStep step, LogLevel level, string message)
    {
    }

    public void StepFinished(PlannedStep step, JobResult result, TimeSpan elapsed)
    {
    }

    public void StepFailed(PlannedStep step, IReadOnlyList<Diagnostic> reasons)
    {
    }

    public void StepCancelled(PlannedStep step)
    {
    }

    public void Exported(ResolvedExport export, IReadOnlyList<string> paths)
    {
    }

    public void Dispose() => _stop.Dispose();
}
