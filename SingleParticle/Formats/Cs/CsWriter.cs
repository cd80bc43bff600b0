namespace SingleParticle.Formats.Cs;

/// <summary>Writes `.cs` data sets as .npy: packed records, header padded to 64 bytes, the same bytes for the same content.</summary>
public static class CsWriter
{
    private const int BufferByteCount = 1 << 20;

    /// <summary>Fills one record.</summary>
    /// <param name="rowIndex">0-based row.</param>
    /// <param name="record">Zeroed bytes of the record.</param>
    public delegate void FillRecord(int rowIndex, Span<byte> record);

    /// <summary>Writes a table as it is.</summary>
    /// <param name="path">File; appears complete or not at all.</param>
    /// <param name="table">Table.</param>
    public static void Write(string path, CsTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var columns = CsTable.Layout(table.Columns.Select(column => (column.Name, column.Type, column.Shape)));
        Write(path, columns, table.RowCount, (row, record) => table.Records[row].CopyTo(record));
    }

    /// <summary>Writes records made one at a time, so that none but a buffer of them is held.</summary>
    /// <param name="path">File; appears complete or not at all.</param>
    /// <param name="columns">Packed columns, as <see cref="CsTable.Layout"/> places them.</param>
    /// <param name="rowCount">Number of rows.</param>
    /// <param name="fill">Fills each record, called in row order.</param>
    public static void Write(string path, IReadOnlyList<CsColumn> columns, int rowCount, FillRecord fill)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(fill);
        AtomicFile.Write(path, stream => WriteTo(stream, columns, rowCount, fill));
    }

    private static void WriteTo(Stream stream, IReadOnlyList<CsColumn> columns, int rowCount, FillRecord fill)
    {
        stream.Write(new NpyHeader(columns, rowCount).ToBytes());
        var recordByteCount = columns.Count == 0 ? 0 : columns[^1].EndOffset;
        var rowsPerBuffer = Math.Max(1, BufferByteCount / Math.Max(1, recordByteCount));
        var buffer = new byte[Math.Min(rowsPerBuffer, rowCount) * recordByteCount];
        for (var first = 0; first < rowCount; first += rowsPerBuffer)
        {
            var count = Math.Min(rowsPerBuffer, rowCount - first);
            Array.Clear(buffer);
            for (var row = 0; row < count; row++)
                fill(first + row, buffer.AsSpan(row * recordByteCount, recordByteCount));
            stream.Write(buffer, 0, count * recordByteCount);
        }
    }
}
