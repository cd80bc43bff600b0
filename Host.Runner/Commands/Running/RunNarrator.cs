using Host.Abstractions.Planning;
using Host.Abstractions.Running;
using Host.Runner.Execution;
using Host.Runner.Workflows;
using Microsoft.Extensions.Logging;

namespace Host.Runner.Commands.Running;

/// <summary>Tells the story of a run: what is planned, each step with its tables, and everything wrong or worth knowing.</summary>
public sealed class RunNarrator : IRunObserver
{
    private readonly IRunDisplay _display;
    private readonly DiagnosticReport _report;
    private readonly Verbosity _verbosity;
    private readonly int? _widthColumns;
    private readonly List<(ResolvedExport Export, IReadOnlyList<string> Paths)> _exports = [];
    private int _stepCount;
    private int _stepNumber;
    private string _begun = "";

    /// <summary>Makes a narrator.</summary>
    /// <param name="display">Where to tell.</param>
    /// <param name="report">Writes diagnostics.</param>
    /// <param name="verbosity">How much is told.</param>
    /// <param name="widthColumns">Columns to wrap tables at; null never to wrap.</param>
    public RunNarrator(IRunDisplay display, DiagnosticReport report, Verbosity verbosity, int? widthColumns)
    {
        _display = display;
        _report = report;
        _verbosity = verbosity;
        _widthColumns = widthColumns;
    }

    /// <summary>Outputs delivered, with their paths.</summary>
    public IReadOnlyList<(ResolvedExport Export, IReadOnlyList<string> Paths)> Exports => _exports;

    /// <inheritdoc/>
    public void Planned(WorkflowPlan plan)
    {
        _stepCount = plan.Steps.Count;
        _display.StepEnded();
        _report.Write(plan.Diagnostics);
        if (plan.CanRun)
            Say(PlanText.Heading(plan), Tone.Heading);
    }

    /// <inheritdoc/>
    public void StepReused(PlannedStep step, JobResult result)
    {
        Begin(step, ", reused");
        SayTables(result);
        _report.Write(step, result.Diagnostics);
    }

    /// <inheritdoc/>
    public void StepStarted(PlannedStep step, string jobFolder)
    {
        Begin(step);
        _display.StepBegan(step.Step.Name);
    }

    /// <inheritdoc/>
    public void StageBegan(PlannedStep step, IReadOnlyList<ProgressLevel> levels) => _display.StageBegan(levels);

    /// <inheritdoc/>
    public void StageAdvanced(PlannedStep step, IReadOnlyList<ProgressLevel> levels) => _display.StageAdvanced(levels);

    /// <inheritdoc/>
    public void StageEnded(PlannedStep step, IReadOnlyList<ProgressLevel> levels, TimeSpan elapsed) => _display.StageEnded(levels, elapsed);

    /// <inheritdoc/>
    public void StepMetric(PlannedStep step, string series, double abscissa, double value) => _display.Metric(series, abscissa, value);

    /// <inheritdoc/>
    public void StepMessage(PlannedStep step, LogLevel level, string message)
    {
        if (level > LogLevel.Warning)
            Say($"{step.Step.Name}: error: {message}", Tone.Error);
        else if (level == LogLevel.Warning)
            Say($"{step.Step.Name}: warning: {message}", Tone.Warning);
        else if (_verbosity == Verbosity.Detailed)
            Say($"  {message}", Tone.Faint);
    }

    /// <inheritdoc/>
    public void StepFinished(PlannedStep step, JobResult result, TimeSpan elapsed)
    {
        Begin(step);
        _display.StepEnded();
        Say($"  done in {Quantity.Time(elapsed)}", Tone.Good);
        SayTables(result);
        _report.Write(step, result.Diagnostics);
    }

    /// <inheritdoc/>
    public void StepFailed(PlannedStep step, IReadOnlyList<Diagnostic> reasons)
    {
        Begin(step);
        _display.StepEnded();
        Say("  failed", Tone.Bad);
        _report.Write(step, reasons);
    }

    /// <inheritdoc/>
    public void StepCancelled(PlannedStep step)
    {
        Begin(step);
        _display.StepEnded();
        Say("  stopped", Tone.Bad);
    }

    /// <inheritdoc/>
    /// <remarks>Said at the end, together with where the results are.</remarks>
    public void Exported(ResolvedExport export, IReadOnlyList<string> paths) => _exports.Add((export, paths));

    // A step may end without having started: another process runs it, or has just finished it.
    private void Begin(PlannedStep step, string what = "")
    {
        if (_begun == step.Step.Name)
            return;
        _begun = step.Step.Name;
        _stepNumber++;
        var number = FormattableString.Invariant($"[{_stepNumber}/{_stepCount}]");
        var why = step.Decision == StepDecision.Run && step.Reasons is not ["first run"] ? $": {string.Join("; ", step.Reasons)}" : "";
        Say($"\n{number} {step.Step.Name}, {step.Step.Node.Id}{what}{why}", Tone.Heading);
    }

    private void SayTables(JobResult result)
    {
        foreach (var table in result.Summary)
        {
            Say("");
            Say($"  {table.Title}", Tone.Heading);
            foreach (var line in TextTable.Lines([table.Columns, .. table.Rows], "    ", _widthColumns, CellAlignment.NumbersRight))
                Say(line);
        }
    }

    private void Say(string text, Tone tone = Tone.Plain)
    {
        if (_verbosity != Verbosity.Quiet)
            _display.Write(text, tone);
    }
}
