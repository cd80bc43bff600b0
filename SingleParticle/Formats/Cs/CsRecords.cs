namespace SingleParticle.Formats.Cs;

/// <summary>The packed records of a table, end to end in a few large blocks, so that more than 2 GB fit.</summary>
/// <remarks>No object per row: a million rows of 300 bytes are two arrays.</remarks>
public sealed class CsRecords
{
    private const int BlockByteCount = 1 << 28;

    private readonly byte[][] _blocks;
    private readonly int _rowsPerBlock;

    /// <summary>Allocates zeroed records.</summary>
    /// <param name="rowCount">Number of records.</param>
    /// <param name="recordByteCount">Bytes of one record.</param>
    public CsRecords(int rowCount, int recordByteCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rowCount);
        ArgumentOutOfRangeException.ThrowIfNegative(recordByteCount);
        RowCount = rowCount;
        RecordByteCount = recordByteCount;
        _rowsPerBlock = Math.Max(1, BlockByteCount / Math.Max(1, recordByteCount));
        var blockCount = (int)(((long)rowCount + _rowsPerBlock - 1) / _rowsPerBlock);
        _blocks = new byte[blockCount][];
        for (var block = 0; block < blockCount; block++)
            _blocks[block] = new byte[Math.Min(_rowsPerBlock, rowCount - block * _rowsPerBlock) * recordByteCount];
    }

    /// <summary>Number of records.</summary>
    public int RowCount { get; }

    /// <summary>Bytes of one record.</summary>
    public int RecordByteCount { get; }

    /// <summary>The blocks in row order, each a whole number of records.</summary>
    public IReadOnlyList<byte[]> Blocks => _blocks;

    /// <summary>The bytes of one record.</summary>
    /// <param name="rowIndex">0-based row.</param>
    public Span<byte> this[int rowIndex]
    {
        get
        {
            var (block, row) = Math.DivRem(rowIndex, _rowsPerBlock);
            return _blocks[block].AsSpan(row * RecordByteCount, RecordByteCount);
        }
    }
}
