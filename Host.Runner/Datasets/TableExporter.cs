using Host.Abstractions.Planning;
using Host.Abstractions.Running;

namespace Host.Runner.Datasets;

/// <summary>Delivers a table as `.csv`.</summary>
internal static class TableExporter
{
    /// <summary>Copies the table.</summary>
    /// <param name="draft">The export.</param>
    public static void Write(ExportDraft draft)
    {
        if (draft.Items is not [var item])
        {
            var message = FormattableString.Invariant($"{draft.Items.Count} tables; a .csv takes one");
            throw new JobFailedException([draft.Diagnostic(DiagnosticSeverity.Error, ExportCodes.SeveralItems, message, "export one")]);
        }

        File.Copy(item.PathOf("table"), draft.Stage(draft.Export.Path), overwrite: true);
    }
}
