using Host.Abstractions.Planning;
using Host.Abstractions.Running;
using Host.Runner.Workflows;
using Microsoft.Extensions.Logging;

namespace Host.Runner.Execution;

/// <summary>Is told what happens while a workflow runs, to show it.</summary>
/// <remarks>Calls about a running step may come from any of its threads, several at once; the others come one after another.</remarks>
public interface IRunObserver
{
    /// <summary>The workflow has been planned.</summary>
    /// <param name="plan">The plan; nothing is run when it has errors.</param>
    void Planned(WorkflowPlan plan);

    /// <summary>A step has its result from an earlier run.</summary>
    /// <param name="step">The step.</param>
    /// <param name="result">That result.</param>
    void StepReused(PlannedStep step, JobResult result);

    /// <summary>A step begins.</summary>
    /// <param name="step">The step.</param>
    /// <param name="jobFolder">Where its record, log and results are.</param>
    void StepStarted(PlannedStep step, string jobFolder);

    /// <summary>A step begins a stage.</summary>
    /// <param name="step">The step.</param>
    /// <param name="levels">The stage, last, and those it is part of, outermost first.</param>
    void StageBegan(PlannedStep step, IReadOnlyList<ProgressLevel> levels);

    /// <summary>A step got further; told at most ten times a second.</summary>
    /// <param name="step">The step.</param>
    /// <param name="levels">The stage that got further, last, and those it is part of, outermost first.</param>
    void StageAdvanced(PlannedStep step, IReadOnlyList<ProgressLevel> levels);

    /// <summary>A step has done a stage.</summary>
    /// <param name="step">The step.</param>
    /// <param name="levels">The stage, last, and those it is part of, outermost first.</param>
    /// <param name="elapsed">How long the stage took.</param>
    void StageEnded(PlannedStep step, IReadOnlyList<ProgressLevel> levels, TimeSpan elapsed);

    /// <summary>A step added a point to a series.</summary>
    /// <param name="step">The step.</param>
    /// <param name="series">Name with unit.</param>
    /// <param name="abscissa">Iteration or other abscissa.</param>
    /// <param name="value">The value.</param>
    void StepMetric(PlannedStep step, string series, double abscissa, double value);

    /// <summary>A step logged a message.</summary>
    /// <param name="step">The step.</param>
    /// <param name="level">How important it is.</param>
    /// <param name="message">The message.</param>
    void StepMessage(PlannedStep step, LogLevel level, string message);

    /// <summary>A step has delivered its result.</summary>
    /// <param name="step">The step.</param>
    /// <param name="result">The result, with summary tables.</param>
    /// <param name="elapsed">How long it ran.</param>
    void StepFinished(PlannedStep step, JobResult result, TimeSpan elapsed);

    /// <summary>A step failed.</summary>
    /// <param name="step">The step.</param>
    /// <param name="reasons">Every reason known.</param>
    void StepFailed(PlannedStep step, IReadOnlyList<Diagnostic> reasons);

    /// <summary>A step was stopped on request.</summary>
    /// <param name="step">The step.</param>
    void StepCancelled(PlannedStep step);

    /// <summary>An output of the workflow has been delivered.</summary>
    /// <param name="export">The output.</param>
    /// <param name="paths">Absolute paths written.</param>
    void Exported(ResolvedExport export, IReadOnlyList<string> paths);
}
