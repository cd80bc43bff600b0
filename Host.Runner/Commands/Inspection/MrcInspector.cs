using SingleParticle.Formats.Mrc;

namespace Host.Runner.Commands.Inspection;

/// <summary>Shows an MRC file: header, remarks, and the range of its values.</summary>
internal static class MrcInspector
{
    private const int MostImagesRead = 200;

    public static void Write(string file, HostConsole console)
    {
        var header = MrcHeaderReader.Read(file);
        var isCubic = header.SectionCount == header.RowCount && header.RowCount == header.ColumnCount;
        var isVolume = !IsStackName(file) && (isCubic || (header.SpaceGroup > 0 && header.SectionCount > 1));
        console.Output.WriteLine($"{file}: MRC {(isVolume ? "volume" : "image stack")}");
        TextTable.Write(console.Output, HeaderRows(header), "  ", console.WidthColumns);
        foreach (var warning in header.Warnings)
            console.Output.WriteLine($"  remark: {warning}");
        console.Output.WriteLine($"  {(isVolume ? VolumeValues(file) : StackValues(file))}");
    }

    private static bool IsStackName(string file) => file.Contains(".mrcs", StringComparison.OrdinalIgnoreCase);

    private static List<IReadOnlyList<string>> HeaderRows(MrcHeader header) =>
    [
        ["size", Numbers(header.ColumnCount, header.RowCount, header.SectionCount)],
        ["samples", $"{header.Mode} (mode {Quantity.Count((int)header.Mode)}), {header.ByteOrder}"],
        ["pixel size", header.PixelSizeAngstrom is { } size ? $"{Numbers(size.X, size.Y, size.Z)} Å" : "not stated"],
        ["cell", $"{Numbers(header.CellAngstrom.X, header.CellAngstrom.Y, header.CellAngstrom.Z)} Å over "
            + Numbers(header.IntervalCount.X, header.IntervalCount.Y, header.IntervalCount.Z)],
        ["start", Numbers(header.StartVoxels.Column, header.StartVoxels.Row, header.StartVoxels.Section)],
        ["origin", $"{Numbers(header.OriginAngstrom.X, header.OriginAngstrom.Y, header.OriginAngstrom.Z)} Å"],
        ["axes", $"{header.AxisOrder.Column}, {header.AxisOrder.Row}, {header.AxisOrder.Section}"],
        ["space group", Quantity.Count(header.SpaceGroup)],
        ["extended", $"{Quantity.Bytes(header.ExtendedHeaderByteCount)} {header.ExtendedHeaderType}".TrimEnd()],
        ["statistics", Statistics(header.Statistics)],
        .. header.Labels.Select(label => (IReadOnlyList<string>)["label", label]),
    ];

    private static string VolumeValues(string file)
    {
        var reading = MrcVolumeReader.ReadWithHeader(file);
        var values = new ColumnSummary();
        foreach (var value in reading.Volume.Values)
            values.Add(value);
        return $"values: {values}";
    }

    private static string StackValues(string file)
    {
        using var stack = MrcStack.Open(file);
        var image = new float[stack.PixelCount];
        var values = new ColumnSummary();
        var count = Math.Min(stack.ImageCount, MostImagesRead);
        for (var i = 0; i < count; i++)
        {
            stack.ReadImage((int)((long)i * stack.ImageCount / count), image);
            foreach (var value in image)
                values.Add(value);
        }

        var part = count < stack.ImageCount ? $" in {Quantity.Count(count)} of {Quantity.Count(stack.ImageCount)} images" : "";
        return $"values: {values}{part}";
    }

    private static string Numbers(double x, double y, double z) => $"{Quantity.Number(x)} x {Quantity.Number(y)} x {Quantity.Number(z)}";

    private static string Statistics(MrcStatistics stored) =>
        stored.AreDetermined
            ? $"{Quantity.Number(stored.Minimum)} .. {Quantity.Number(stored.Maximum)}, mean {Quantity.Number(stored.Mean)}, "
                + $"RMS {Quantity.Number(stored.RMS)} (as stored)"
            : "not determined";
}
