using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace SingleParticle.Formats.Cs;

/// <summary>The plain `.cs` container: an .npy file with packed records.</summary>
internal static class NpyContainer
{
    /// <summary>Reads what follows the magic bytes.</summary>
    /// <param name="path">File, for messages.</param>
    /// <param name="stream">Open file, positioned after the magic bytes.</param>
    public static CsTable Read(string path, Stream stream)
    {
        var (header, recordByteCount) = Begin(path, stream);
        var records = new CsRecords(header.RowCount, recordByteCount);
        foreach (var block in records.Blocks)
            stream.ReadExactly(block);
        return new CsTable(path, header.Columns, records);
    }

    /// <summary>Reads the header that follows the magic bytes, and compares it with the length of the file.</summary>
    /// <param name="path">File, for messages.</param>
    /// <param name="stream">Open file, positioned after the magic bytes.</param>
    public static CsHeader ReadHeader(string path, Stream stream)
    {
        var (header, _) = Begin(path, stream);
        return new CsHeader(path, header.RowCount, [.. header.Columns.Select(column => column.Name)]);
    }

    private static (NpyHeader Header, int RecordByteCount) Begin(string path, Stream stream)
    {
        var header = NpyHeader.Parse(path, ReadHeaderText(path, stream));
        var recordByteCount = header.Columns.Count == 0 ? 0 : header.Columns[^1].EndOffset;
        CheckLength(path, stream, header.RowCount, recordByteCount);
        return (header, recordByteCount);
    }

    private static string ReadHeaderText(string path, Stream stream)
    {
        Span<byte> start = stackalloc byte[6];
        if (stream.ReadAtLeast(start, 6, throwOnEndOfStream: false) < 6)
            throw new DataFileException(path, "header", "the file ends inside the .npy header; copy or export it again");
        var version = start[0];
        if (version is < 1 or > 3)
            throw new DataFileException(path, "header", $"format version {version} of .npy is not known; expected 1, 2 or 3");
        if (version == 1)
            stream.Position -= 2;
        long length = version == 1
            ? BinaryPrimitives.ReadUInt16LittleEndian(start[2..])
            : BinaryPrimitives.ReadUInt32LittleEndian(start[2..]);
        if (length > stream.Length - stream.Position)
            throw new DataFileException(path, "header", string.Create(
                CultureInfo.InvariantCulture,
                $"the header says it is {length} bytes long but only {stream.Length - stream.Position} follow; the file is truncated"));
        var bytes = new byte[length];
        stream.ReadExactly(bytes);
        return (version == 3 ? Encoding.UTF8 : Encoding.Latin1).GetString(bytes);
    }

    private static void CheckLength(string path, Stream stream, int rowCount, int recordByteCount)
    {
        var expected = (long)rowCount * recordByteCount;
        var found = stream.Length - stream.Position;
        if (found == expected)
            return;
        var what = found < expected ? "the file is truncated" : "the header does not fit the file";
        throw new DataFileException(path, "records", string.Create(
            CultureInfo.InvariantCulture,
            $"the header says {rowCount} rows of {recordByteCount} bytes = {expected} bytes, found {found}; ")
            + $"{what}: copy or export it again");
    }
}
