using Host.Abstractions.Planning;
using Host.Abstractions.Running;

namespace Host.Runner.Datasets;

/// <summary>Delivers what is one file already: a table, a report.</summary>
internal static class SingleFileExporter
{
    /// <summary>Copies the file.</summary>
    /// <param name="draft">The export.</param>
    /// <param name="slot">Slot of the file.</param>
    public static void Write(ExportDraft draft, string slot)
    {
        if (draft.Items is not [var item])
        {
            var message = FormattableString.Invariant($"{draft.Items.Count} {draft.Items[0].Type}s; one file takes one");
            throw new JobFailedException([draft.Diagnostic(DiagnosticSeverity.Error, ExportCodes.SeveralItems, message, "export one")]);
        }

        File.Copy(item.PathOf(slot), draft.Stage(draft.Export.Path), overwrite: true);
    }
}
