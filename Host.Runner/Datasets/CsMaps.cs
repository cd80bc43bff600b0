using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using SingleParticle.Formats.Cs;
using SingleParticle.Particles;

namespace Host.Runner.Datasets;

/// <summary>Maps and masks that a result group of CryoSPARC names: data sets of one row whose path leads to the file.</summary>
internal static class CsMaps
{
    private static readonly string[] MaskSlots = ["mask", "mask_refine", "mask_fsc"];

    /// <summary>Adds the map or mask of a group, and reports what stands in its way.</summary>
    /// <param name="draft">The source.</param>
    /// <param name="key">Key that led to the group.</param>
    /// <param name="group">The group.</param>
    /// <param name="type">Volume or mask, also the name of the output.</param>
    public static void Add(SourceDraft draft, string key, CryosparcGroup group, string type)
    {
        var slots = type == DataTypes.Mask ? MaskOf(group) : MapsOf(group);
        if (slots.Count == 0)
        {
            var found = string.Join(", ", group.Content.Results.Select(result => result.Slot));
            draft.Report(
                DiagnosticSeverity.Warning,
                SourceCodes.SlotMissing,
                key,
                $"{group.Path}: expected {(type == DataTypes.Mask ? "mask" : "map")}, found {found}",
                "export the group again");
            return;
        }

        var files = new List<(string, SourceFile)>();
        foreach (var (slot, result) in slots)
        {
            if (FileOf(draft, key, result) is { } file)
                files.Add((slot, SourceFile.Found(key, file)));
            else if (files.Count == 0)
                return;
        }

        MapItem.Add(draft, type, files);
    }

    private static List<(string Slot, ResultGroupSlot Result)> MapsOf(CryosparcGroup group) =>
    [
        .. group.Content.Results.Where(result => result.Slot.StartsWith("map", StringComparison.Ordinal))
            .OrderBy(result => result.Slot == "map" ? 0 : 1).Select(result => (result.Slot, result)),
    ];

    // Refinements call their mask mask_refine; in a workflow a mask has one slot, mask.
    private static List<(string Slot, ResultGroupSlot Result)> MaskOf(CryosparcGroup group)
    {
        var results = group.Content.Results;
        var known = MaskSlots.Select(name => results.FirstOrDefault(result => result.Slot == name)).OfType<ResultGroupSlot>();
        var mask = known.FirstOrDefault() ?? (results.Count == 1 ? results[0] : null);
        return mask is null ? [] : [("mask", mask)];
    }

    private static string? FileOf(SourceDraft draft, string key, ResultGroupSlot result)
    {
        var metafile = SourceFile.Found(key, result.MetafilePath);
        if (draft.Read(metafile, CsReader.Read) is not { } table)
            return null;
        if (table.RowCount != 1)
        {
            draft.Report(
                DiagnosticSeverity.Warning,
                table.RowCount > 1 ? SourceCodes.SeveralMaps : SourceCodes.FileDamaged,
                key,
                FormattableString.Invariant($"{table.SourcePath}: {table.RowCount} maps; one is expected"),
                "name the .mrc of one under volume or mask, or in a source of its own: file: { path: ..., type: volume }");
            return null;
        }

        return draft.Read(metafile, _ => PathIn(table, result.Slot)) is { } path ? Resolve(draft, key, table.SourcePath, path) : null;
    }

    // The column bears the name of the result: map/path, map_half_A/path; in results that were renamed it is the only path.
    private static string PathIn(CsTable table, string slot)
    {
        var paths = table.Columns.Select(column => column.Name).Where(name => name.EndsWith("/path", StringComparison.Ordinal)).ToList();
        return CsField.Open(table, paths.Count == 1 ? paths[0] : $"{slot}/path", CsFieldKind.Text).Text(0);
    }

    private static string? Resolve(SourceDraft draft, string key, string metafile, string path)
    {
        var resolver = new ImagePathResolver(metafile, draft.Roots);
        if (resolver.Resolve(path) is { } file)
            return file;
        draft.Report(DiagnosticSeverity.Warning, SourceCodes.FileMissing, key, resolver.DescribeFailure(path));
        return null;
    }
}
