namespace Host.Runner.Datasets;

/// <summary>Writes maps and masks, half maps included, as `.mrc` into a folder.</summary>
internal static class MapExporter
{
    /// <summary>Writes class_001.mrc, class_001_half_A.mrc, ..., or the output's name for a single map.</summary>
    /// <param name="draft">The export.</param>
    public static void Write(ExportDraft draft)
    {
        var names = ExportNames.Of(draft.Export.From.Output, draft.Items);
        foreach (var (item, name) in draft.Items.Zip(names))
        {
            foreach (var slot in item.Slots)
            {
                var file = Path.Combine(draft.Export.Path, $"{name}{MapFile.SuffixOf(slot.Name)}.mrc");
                MapFile.Copy(slot.Path, draft.Stage(file));
            }
        }

        Leftovers.Report(draft, ".mrc");
    }
}
