using System.Globalization;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using SingleParticle.Formats.Mrc;

namespace Host.Runner.Datasets;

/// <summary>Maps and masks as outputs of a source.</summary>
internal static class MapItem
{
    // Programs round the pixel size of one result to different digits.
    private const double RelativePixelSizeTolerance = 2e-3;

    /// <summary>Adds a map, with the half maps that lie beside it, or a mask.</summary>
    /// <param name="draft">The source.</param>
    /// <param name="file">The file.</param>
    /// <param name="type">Volume or mask, also the name of the output.</param>
    public static void Read(SourceDraft draft, SourceFile file, string type)
    {
        if (type == DataTypes.Mask)
            Add(draft, type, [("mask", file)]);
        else if (HalfMapFiles.Beside(file.Path) is var (a, b))
            Add(draft, type, [("map", file), ("map_half_A", SourceFile.Found(file.Key, a)), ("map_half_B", SourceFile.Found(file.Key, b))]);
        else
            Add(draft, type, [("map", file)]);
    }

    /// <summary>Adds an output whose slots are known.</summary>
    /// <param name="draft">The source.</param>
    /// <param name="type">Volume or mask, also the name of the output.</param>
    /// <param name="slots">Slots and their files, the one that counts first.</param>
    public static void Add(SourceDraft draft, string type, IReadOnlyList<(string Slot, SourceFile File)> slots)
    {
        var kept = new List<DataSlot>();
        DataHeader? header = null;
        foreach (var (slot, file) in slots)
        {
            var found = draft.Read(file, MrcVolumeReader.Describe);
            if (found is null && header is null)
                return;
            if (found is null || !Belongs(draft, slot, file, found, header))
                continue;
            draft.Remark(file.Key, found.Warnings);
            header ??= new DataHeader { BoxPixels = found.BoxVoxels, PixelSizeAngstrom = found.PixelSizeAngstrom };
            kept.Add(new DataSlot(slot, file.Path));
        }

        draft.Add(type, new DataItem { Type = type, Slots = WholePairs(kept), Header = header! });
    }

    private static bool Belongs(SourceDraft draft, string slot, SourceFile file, MrcVolumeDescription found, DataHeader? header)
    {
        if (header is null)
            return true;
        var isSameSize = found.PixelSizeAngstrom is not { } size || header.PixelSizeAngstrom is not { } expected
            || Math.Abs(size - expected) <= RelativePixelSizeTolerance * expected;
        if (found.BoxVoxels == header.BoxPixels && isSameSize)
            return true;
        draft.Report(
            DiagnosticSeverity.Warning,
            SourceCodes.HalfMaps,
            file.Key,
            $"{file.Path}: {Text(found.BoxVoxels, found.PixelSizeAngstrom)}, but the map has "
                + $"{Text(header.BoxPixels, header.PixelSizeAngstrom)}; {slot} is left out",
            "it belongs to another map: move it away or rename it");
        return false;
    }

    // One half map alone tells nothing.
    private static List<DataSlot> WholePairs(List<DataSlot> slots)
    {
        var halves = slots.Where(slot => slot.Name is "map_half_A" or "map_half_B").ToList();
        return halves.Count == 1 ? [.. slots.Except(halves)] : slots;
    }

    private static string Text(int? boxVoxels, double? pixelSizeAngstrom) =>
        string.Create(CultureInfo.InvariantCulture, $"box {boxVoxels} of {(object?)pixelSizeAngstrom ?? "unknown"} Å");
}
