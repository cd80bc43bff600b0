using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Runner.Datasets;
using Host.Runner.Workflows;

namespace Host.Runner.Execution;

/// <summary>Reads the sources of a workflow and offers what they hold.</summary>
internal sealed class SourceOffers
{
    private readonly ResolvedWorkflow _workflow;
    private readonly ISourceReader _reader;
    private readonly FileIdentity _files = new();

    public SourceOffers(ResolvedWorkflow workflow, ISourceReader reader)
    {
        _workflow = workflow;
        _reader = reader;
    }

    /// <summary>Reads every source once.</summary>
    /// <param name="offers">Gets what they offer.</param>
    /// <param name="problems">Gets everything found wrong or worth knowing.</param>
    /// <param name="cancel">Stops between sources.</param>
    public void Read(DataOffers offers, List<WorkflowDiagnostic> problems, CancellationToken cancel)
    {
        foreach (var source in _workflow.Sources)
        {
            cancel.ThrowIfCancellationRequested();
            var contents = _reader.Read(source);
            problems.AddRange(contents.Diagnostics.Select(found => new WorkflowDiagnostic(_workflow.FilePath, source.Location, found)));
            if (contents.Diagnostics.Any(found => found.Severity == DiagnosticSeverity.Error))
                offers.Block(source.Name);
            offers.Add(source.Name, Offers(source, contents, offers, problems));
        }
    }

    private Dictionary<string, DataOffer> Offers(
        ResolvedSource source, SourceContents contents, DataOffers offers, List<WorkflowDiagnostic> problems)
    {
        var offered = new Dictionary<string, DataOffer>(StringComparer.Ordinal);
        foreach (var (output, item) in contents.Outputs)
        {
            try
            {
                offered.Add(output, new DataOffer([item], IdentityOf(item, contents.ImageFiles)));
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                offers.Block(source.Name);
                problems.Add(new WorkflowDiagnostic(_workflow.FilePath, source.Location, new Diagnostic(
                    ExecutionCodes.SourceUnreadable, DiagnosticSeverity.Error, output, failure.Message)));
            }
        }

        return offered;
    }

    private string IdentityOf(DataItem item, IReadOnlyList<string> imageFiles)
    {
        var slots = item.Slots.OrderBy(slot => slot.Name, StringComparer.Ordinal)
            .Select(slot => $"{slot.Name}={_files.OfContent(slot.Path)}");
        var images = item.Type == DataTypes.Particles && imageFiles.Count > 0 ? $" images={FileIdentity.OfStacks(imageFiles)}" : "";
        return string.Join(' ', slots) + images;
    }
}
