using Host.Abstractions.Planning;
using Host.Runner.Commands.Running;
using Host.Runner.Execution;
using Host.Runner.Workflows;

namespace Host.Runner.Commands;

/// <summary>Writes diagnostics with their place in the workflow, each once.</summary>
/// <param name="file">The workflow file as the user gave it.</param>
/// <param name="source">Its text.</param>
/// <param name="verbosity">Quiet leaves notes out.</param>
/// <param name="write">Writes one.</param>
public sealed class DiagnosticReport(string file, SourceText source, Verbosity verbosity, Action<string, Tone> write)
{
    // More is not read, and the first are what the others often follow from.
    private const int MostWritten = 50;

    private readonly HashSet<(SourceLocation?, Diagnostic)> _known = [];
    private readonly Lock _lock = new();
    private int _errorCount;
    private int _warningCount;

    /// <summary>"2 errors, 1 warning"; empty when there are none.</summary>
    public string Counts
    {
        get
        {
            lock (_lock)
            {
                (int Count, string What)[] counts = [(_errorCount, "error"), (_warningCount, "warning")];
                return string.Join(", ", counts.Where(pair => pair.Count > 0).Select(pair => Quantity.Counted(pair.Count, pair.What)));
            }
        }
    }

    /// <summary>Writes those not written before; of very many only the first.</summary>
    /// <param name="items">The diagnostics.</param>
    public void Write(IEnumerable<WorkflowDiagnostic> items)
    {
        lock (_lock)
        {
            var omittedCount = items.Count(item => !TryWrite(item));
            if (omittedCount > 0)
                write($"and {Quantity.Count(omittedCount)} more", Tone.Error);
        }
    }

    /// <summary>Writes those of a step not written before.</summary>
    /// <param name="step">The step.</param>
    /// <param name="items">The diagnostics.</param>
    public void Write(PlannedStep step, IEnumerable<Diagnostic> items) =>
        Write(items.Select(found => new WorkflowDiagnostic(file, StepLocation.Of(step.Step, found.Target), found)));

    private bool TryWrite(WorkflowDiagnostic item)
    {
        var severity = item.Diagnostic.Severity;
        if ((severity == DiagnosticSeverity.Note && verbosity == Verbosity.Quiet) || !_known.Add((item.Location, item.Diagnostic)))
            return true;
        _errorCount += severity == DiagnosticSeverity.Error ? 1 : 0;
        _warningCount += severity == DiagnosticSeverity.Warning ? 1 : 0;
        if (_known.Count > MostWritten)
            return false;
        var tone = severity switch { DiagnosticSeverity.Error => Tone.Error, DiagnosticSeverity.Warning => Tone.Warning, _ => Tone.Note };
        write(WorkflowDiagnosticText.Of(item with { FilePath = file }, source), tone);
        return true;
    }
}
