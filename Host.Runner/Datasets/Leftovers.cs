using Host.Abstractions.Planning;

namespace Host.Runner.Datasets;

/// <summary>Files in the folder of an export that do not belong to it: class 5 of an earlier run, when there are four now.</summary>
internal static class Leftovers
{
    private const int MostNames = 5;

    /// <summary>Reports them; whose they are is not known, so they stay.</summary>
    /// <param name="draft">The export, all of it staged.</param>
    /// <param name="extensions">Kinds of file that could be mistaken for a part of it.</param>
    public static void Report(ExportDraft draft, params string[] extensions)
    {
        var names = Directory.EnumerateFiles(draft.Export.Path)
            .Where(file => extensions.Contains(Path.GetExtension(file)) && !draft.IsWriting(file))
            .Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal).ToList();
        if (names.Count == 0)
            return;
        var shown = string.Join(", ", names.Take(MostNames)) + (names.Count > MostNames ? ", ..." : "");
        draft.Report(
            DiagnosticSeverity.Warning,
            ExportCodes.Leftovers,
            FormattableString.Invariant($"'{draft.Export.Path}' also holds {names.Count} files that are not part of this export: {shown}"),
            "if they are of an earlier run, remove them, or export into another folder");
    }
}
