using Host.Abstractions.Planning;
using Host.Abstractions.Running;
using Host.Runner.Datasets;
using Host.Runner.Workflows;
using SingleParticle.Formats;

namespace Host.Runner.Execution;

/// <summary>Delivers the outputs of a workflow once all steps have their results.</summary>
internal sealed class ExportRunner
{
    private readonly IExporter _exporter;
    private readonly IRunObserver _observer;

    public ExportRunner(IExporter exporter, IRunObserver observer)
    {
        _exporter = exporter;
        _observer = observer;
    }

    /// <summary>Delivers all of them; one that fails does not keep the others back.</summary>
    /// <param name="session">Gives the results.</param>
    /// <param name="problems">Gets everything that went wrong.</param>
    /// <param name="cancel">Stops between two outputs.</param>
    /// <returns>Absolute paths written.</returns>
    public IReadOnlyList<string> Export(PlanningSession session, List<WorkflowDiagnostic> problems, CancellationToken cancel)
    {
        var paths = new List<string>();
        foreach (var export in session.Workflow.Exports)
        {
            cancel.ThrowIfCancellationRequested();
            var reasons = Export(export, session, problems, paths);
            problems.AddRange(reasons.Select(reason => new WorkflowDiagnostic(session.Workflow.FilePath, export.Location, reason)));
        }

        return paths;
    }

    private static HashSet<string> SourceFiles(PlanningSession session)
    {
        var named = session.Workflow.Sources.SelectMany(source => source.Settings.Where(setting => setting.Key != "type"))
            .Select(setting => setting.Value);
        var outputs = session.Workflow.Sources.SelectMany(source => session.Offers.OutputsOf(source.Name)
            .Select(output => new DataReference(source.Name, output, source.Location)));
        var items = outputs.SelectMany(reference => session.Offers.Find(reference)!.Items);
        return named.Concat(items.SelectMany(item => item.Slots).Select(slot => slot.Path)).ToHashSet(StringComparer.Ordinal);
    }

    private IReadOnlyList<Diagnostic> Export(
        ResolvedExport export, PlanningSession session, List<WorkflowDiagnostic> problems, List<string> paths)
    {
        var target = $"outputs.{export.Name}";
        var items = session.Connections.Items(export.From, target, problems);
        if (items.Count == 0)
            return [new Diagnostic(ExecutionCodes.ExportEmpty, DiagnosticSeverity.Warning, target,
                $"{export.From.Origin}.{export.From.Output} has nothing to deliver")];
        try
        {
            var written = _exporter.Export(export, items, SourceFiles(session));
            paths.AddRange(written.Paths);
            _observer.Exported(export, written.Paths);
            return written.Diagnostics;
        }
        catch (JobFailedException failure)
        {
            return failure.Diagnostics;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DataFileException)
        {
            return [new Diagnostic(ExecutionCodes.ExportFailed, DiagnosticSeverity.Error, target, failure.Message)];
        }
    }
}
