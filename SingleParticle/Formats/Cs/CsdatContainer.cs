using System.Buffers.Binary;
using System.Globalization;

namespace SingleParticle.Formats.Cs;

/// <summary>
/// The compressed `.cs` container: magic 95 CSDAT, u32 header length, JSON header, then per column u32 byte count and bytes (raw LZ4
/// block or plain), then the string heap to the end of the file.
/// </summary>
/// <remarks>Columns are stored one after the other; they are gathered into packed records. With zero rows only the heap follows.</remarks>
internal sealed class CsdatContainer
{
    private readonly string _path;
    private readonly Stream _stream;
    private readonly CsdatHeader _header;

    private CsdatContainer(string path, Stream stream)
    {
        _path = path;
        _stream = stream;
        var length = ReadCount("header");
        _header = CsdatHeader.Parse(path, ReadBytes(length, "header"));
    }

    /// <summary>The six bytes the container starts with.</summary>
    public static ReadOnlySpan<byte> Magic => [0x95, (byte)'C', (byte)'S', (byte)'D', (byte)'A', (byte)'T'];

    /// <summary>Reads what follows the magic bytes.</summary>
    /// <param name="path">File, for messages.</param>
    /// <param name="stream">Open file, positioned after the magic bytes.</param>
    public static CsTable Read(string path, Stream stream) => new CsdatContainer(path, stream).ReadTable();

    /// <summary>Reads the header that follows the magic bytes, and checks that every column is there.</summary>
    /// <param name="path">File, for messages.</param>
    /// <param name="stream">Open file, positioned after the magic bytes.</param>
    public static CsHeader ReadHeader(string path, Stream stream)
    {
        var container = new CsdatContainer(path, stream);
        container.LocateColumns();
        return new CsHeader(path, container._header.RowCount, [.. container._header.Columns.Select(column => column.Name)]);
    }

    private CsTable ReadTable()
    {
        var positions = LocateColumns();
        var strings = new CsStringHeap(_path, ReadBytes(_stream.Length - _stream.Position, "string heap"));
        var described = _header.Columns.ToArray();
        for (var index = 0; index < described.Length; index++)
        {
            if (described[index].Type == CsdatHeader.TextOffset)
                described[index].Type = CsElementType.Text(WidestText(index, positions, strings));
        }

        var columns = CsTable.Layout(described);
        var records = new CsRecords(_header.RowCount, columns.Count == 0 ? 0 : columns[^1].EndOffset);
        for (var index = 0; index < columns.Count && _header.RowCount > 0; index++)
        {
            var isText = _header.Columns[index].Type == CsdatHeader.TextOffset;
            Scatter(columns[index], ReadColumn(index, positions), records, isText ? strings : null);
        }

        return new CsTable(_path, columns, records);
    }

    private long[] LocateColumns()
    {
        if (_header.RowCount == 0)
            return [];
        var positions = new long[_header.Columns.Count];
        for (var index = 0; index < positions.Length; index++)
        {
            positions[index] = _stream.Position;
            var byteCount = ReadCount(_header.Columns[index].Name);
            RequireBytes(byteCount, _header.Columns[index].Name);
            _stream.Position += byteCount;
        }

        return positions;
    }

    private int WidestText(int index, long[] positions, CsStringHeap strings)
    {
        var widest = 1;
        if (_header.RowCount == 0)
            return widest;
        var offsets = ReadColumn(index, positions);
        for (var row = 0; row < _header.RowCount; row++)
            widest = Math.Max(widest, strings.At(Offset(offsets, row), _header.Columns[index].Name).Length);
        return widest;
    }

    private byte[] ReadColumn(int index, long[] positions)
    {
        var (name, type, shape) = _header.Columns[index];
        var expected = shape.Aggregate((long)_header.RowCount * type.ByteCount, (product, axis) => checked(product * axis));
        if (expected > Array.MaxLength)
        {
            throw Damaged(name, $"the column is {expected} bytes long; columns beyond {Array.MaxLength} bytes are not read: save as .npy");
        }

        _stream.Position = positions[index];
        var stored = ReadBytes(ReadCount(name), name);
        if (!_header.CompressedNames.Contains(name))
        {
            return stored.Length == expected
                ? stored
                : throw Damaged(name, $"the column has {stored.Length} bytes, expected {expected}; the file is damaged");
        }

        var column = new byte[expected];
        return Lz4Block.TryDecompress(stored, column)
            ? column
            : throw Damaged(name, $"not one raw LZ4 block of {expected} bytes when decompressed; the file is damaged");
    }

    private static void Scatter(CsColumn column, byte[] values, CsRecords records, CsStringHeap? strings)
    {
        for (var row = 0; row < records.RowCount; row++)
        {
            var source = strings is null
                ? values.AsSpan((int)((long)row * column.ByteCount), column.ByteCount)
                : strings.At(Offset(values, row), column.Name);
            source.CopyTo(records[row][column.ByteOffset..]);
        }
    }

    private static ulong Offset(byte[] offsets, int row) => BinaryPrimitives.ReadUInt64LittleEndian(offsets.AsSpan(row * sizeof(ulong)));

    private uint ReadCount(string location) => BinaryPrimitives.ReadUInt32LittleEndian(ReadBytes(sizeof(uint), location));

    private byte[] ReadBytes(long byteCount, string location)
    {
        RequireBytes(byteCount, location);
        var bytes = new byte[byteCount];
        _stream.ReadExactly(bytes);
        return bytes;
    }

    private void RequireBytes(long byteCount, string location)
    {
        var left = _stream.Length - _stream.Position;
        if (byteCount > left)
            throw Damaged(location, $"expected {byteCount} more bytes, found {left}; the file is truncated: copy or export it again");
    }

    private DataFileException Damaged(string location, FormattableString problem) =>
        new(_path, location, problem.ToString(CultureInfo.InvariantCulture));
}
