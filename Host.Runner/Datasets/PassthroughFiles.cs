using Host.Abstractions.Planning;

namespace Host.Runner.Datasets;

/// <summary>The `.cs` files in which CryoSPARC keeps the slots that a job has not changed.</summary>
internal static class PassthroughFiles
{
    private const int MostNames = 5;

    private static readonly string[] PosedSlots = ["blob", "ctf", "alignments3D"];

    /// <summary>When a data set alone cannot be classified, says so and names the passthrough files beside it.</summary>
    /// <param name="draft">The source.</param>
    /// <param name="key">Key that names the data set.</param>
    /// <param name="path">The data set.</param>
    /// <param name="slots">Slots it has.</param>
    public static void Suggest(SourceDraft draft, string key, string path, IEnumerable<string> slots)
    {
        var found = slots.ToList();
        var missing = PosedSlots.Except(found).ToList();
        if (found.Count == 0 || missing.Count == 0)
            return;
        var beside = Beside(path);
        var seen = beside.Count == 0 ? "" : $" ({string.Join(", ", beside)} lies beside it)";
        draft.Report(
            DiagnosticSeverity.Note,
            SourceCodes.SlotMissing,
            key,
            $"{path} has {string.Join(", ", found)}, not {string.Join(", ", missing)}",
            $"slots that a job has not changed are in its passthrough file{seen}: name it under passthrough");
    }

    private static List<string> Beside(string path)
    {
        try
        {
            var files = Directory.EnumerateFiles(Path.GetDirectoryName(path)!, "*passthrough*.cs");
            return [.. files.Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal).Take(MostNames)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A folder that may be entered but not listed; the hint does without names.
            return [];
        }
    }
}
