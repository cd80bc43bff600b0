using Host.Abstractions.Ports;
using Host.Runner.Workflows;

namespace Host.Runner.Datasets;

/// <summary>Delivers results as CryoSPARC result groups, RELION STAR files, maps, tables and reports.</summary>
/// <remarks>All files of an export appear together when the last of them has been written; a failed export leaves nothing behind.</remarks>
public sealed class Exporter : IExporter
{
    /// <inheritdoc/>
    public ExportedFiles Export(ResolvedExport export, IReadOnlyList<DataItem> items, IReadOnlySet<string> sourceFiles)
    {
        ArgumentNullException.ThrowIfNull(export);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(sourceFiles);
        using var draft = new ExportDraft(export, items, sourceFiles);
        switch (export.Kind)
        {
            case ExportKind.Cryosparc:
                CryosparcExporter.Write(draft);
                break;
            case ExportKind.Relion:
                RelionExporter.Write(draft);
                break;
            case ExportKind.Mrc:
                MapExporter.Write(draft);
                break;
            case ExportKind.Csv:
                SingleFileExporter.Write(draft, "table");
                break;
            default:
                SingleFileExporter.Write(draft, "page");
                break;
        }

        return draft.Publish();
    }
}
