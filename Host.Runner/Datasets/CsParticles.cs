using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using SingleParticle.Formats.Cs;

namespace Host.Runner.Datasets;

/// <summary>Particles of `.cs` files as an output of a source: each slot with the file that holds it.</summary>
internal static class CsParticles
{
    /// <summary>Adds the particles, or reports everything that stands in their way.</summary>
    /// <param name="draft">The source.</param>
    /// <param name="key">Key that led to the files.</param>
    /// <param name="slots">Slots and their files, in file order.</param>
    public static void Add(SourceDraft draft, string key, IReadOnlyDictionary<string, SourceFile> slots)
    {
        var headers = slots.Values.DistinctBy(file => file.Path)
            .ToDictionary(file => file.Path, file => draft.Read(file, CsReader.ReadHeader), StringComparer.Ordinal);
        var present = new List<DataSlot>();
        foreach (var (slot, file) in slots)
        {
            if (headers[file.Path] is not { } header)
                continue;
            if (header.Slots.Contains(slot))
                present.Add(new DataSlot(slot, file.Path));
            else
                ReportSlot(draft, key, slot, header);
        }

        if (present.Count == 0 || headers.Values.Any(header => header is null))
            return;
        var main = present.Find(slot => slot.Name == "blob") ?? present[0];
        var images = main.Name == "blob" ? CsImages.Read(draft, slots[main.Name]) : CsImages.None;
        if (images is null)
            return;
        draft.AddImages(images.Files);
        draft.Add(DataTypes.Particles, new DataItem
        {
            Type = DataTypes.Particles,
            Slots = present,
            Header = new DataHeader
            {
                Count = headers[main.Path]!.RowCount,
                BoxPixels = images.BoxPixels,
                PixelSizeAngstrom = images.PixelSizeAngstrom,
            },
            SearchRoots = draft.SearchRootsOf(main.Path),
        });
        if (headers[main.Path]!.RowCount == 0)
        {
            draft.Report(
                DiagnosticSeverity.Error, SourceCodes.Particles, key, $"{main.Path}: zero particles", "name an output that has particles");
        }
    }

    private static void ReportSlot(SourceDraft draft, string key, string slot, CsHeader header)
    {
        var found = header.Slots.Count == 0 ? "no slots at all" : string.Join(", ", header.Slots);
        draft.Report(
            DiagnosticSeverity.Error,
            SourceCodes.SlotMissing,
            key,
            $"{header.SourcePath}: its result group says that {slot} is in it; it has {found}",
            "the group and the file do not belong together: export the group again");
    }
}
