using System.Buffers.Binary;
using System.Text;

namespace SingleParticle.Formats.Mrc;

/// <summary>Lays out the header of a written file: little-endian MRC2014, format version 20141, one label and no date.</summary>
internal static class MrcHeaderWriter
{
    private const int FormatVersion = 20141;
    private const int LabelByteCount = 80;

    public static byte[] Write(MrcWrittenGrid grid, MrcMode mode, MrcStatistics statistics)
    {
        var bytes = new byte[MrcHeaderWords.ByteCount];
        Int32s(bytes, 1, grid.ColumnCount, grid.RowCount, grid.SectionCount, (int)mode);
        Int32s(bytes, 5, grid.StartVoxels.X, grid.StartVoxels.Y, grid.StartVoxels.Z);
        Int32s(bytes, 8, grid.ColumnCount, grid.RowCount, grid.IntervalCountZ);
        Singles(bytes, 11, Edge(grid, grid.ColumnCount), Edge(grid, grid.RowCount), Edge(grid, grid.IntervalCountZ));
        Singles(bytes, 14, 90, 90, 90);
        Int32s(bytes, 17, (int)MrcAxis.X, (int)MrcAxis.Y, (int)MrcAxis.Z);
        Singles(bytes, 20, statistics.Minimum, statistics.Maximum, statistics.Mean);
        Int32s(bytes, 23, grid.SpaceGroup, 0);
        Int32s(bytes, 28, FormatVersion);
        Singles(bytes, 50, (float)grid.OriginAngstrom.X, (float)grid.OriginAngstrom.Y, (float)grid.OriginAngstrom.Z);
        "MAP "u8.CopyTo(bytes.AsSpan(208));
        ReadOnlySpan<byte> littleEndianStamp = [0x44, 0x44, 0, 0];
        littleEndianStamp.CopyTo(bytes.AsSpan(212));
        Singles(bytes, 55, statistics.RMS);
        Int32s(bytes, 56, 1);
        Encoding.ASCII.GetBytes("Written by SingleParticle".PadRight(LabelByteCount)).CopyTo(bytes.AsSpan(224));
        return bytes;
    }

    private static float Edge(MrcWrittenGrid grid, int intervalCount) => (float)(grid.PixelSizeAngstrom * intervalCount);

    private static void Int32s(byte[] bytes, int word, params ReadOnlySpan<int> values)
    {
        for (var index = 0; index < values.Length; index++)
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan((word - 1 + index) * 4), values[index]);
    }

    private static void Singles(byte[] bytes, int word, params ReadOnlySpan<float> values)
    {
        for (var index = 0; index < values.Length; index++)
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan((word - 1 + index) * 4), values[index]);
    }
}
