namespace SingleParticle.Formats.Star;

/// <summary>The rows of a table as they stand in the file, packed into few large arrays.</summary>
/// <remarks>A million rows of 300 bytes cost 300 MB and 16 bytes each on top; no object is made per row.</remarks>
internal sealed class StarRowStore
{
    private const int ChunkBytes = 1 << 22;

    private readonly List<byte[]> _chunks = [];
    private readonly List<RowPlace> _places = [];
    private int _usedBytes;

    /// <summary>Number of rows.</summary>
    public int Count => _places.Count;

    /// <summary>Appends a copy of a row.</summary>
    /// <param name="row">Row without line break or comment.</param>
    /// <param name="line">1-based line in the file.</param>
    public void Append(ReadOnlySpan<byte> row, int line)
    {
        if (_chunks.Count == 0 || _usedBytes + row.Length > _chunks[^1].Length)
        {
            _chunks.Add(new byte[Math.Max(_chunks.Count == 0 ? Math.Max(row.Length, 4096) : ChunkBytes, row.Length)]);
            _usedBytes = 0;
        }

        row.CopyTo(_chunks[^1].AsSpan(_usedBytes));
        _places.Add(new RowPlace(_chunks.Count - 1, _usedBytes, row.Length, line));
        _usedBytes += row.Length;
    }

    /// <summary>The bytes of a row.</summary>
    /// <param name="row">0-based row.</param>
    public ReadOnlyMemory<byte> Row(int row)
    {
        var place = _places[row];
        return _chunks[place.ChunkIndex].AsMemory(place.Offset, place.Length);
    }

    /// <summary>The 1-based line a row stands on.</summary>
    /// <param name="row">0-based row.</param>
    public int Line(int row) => _places[row].Line;

    private readonly record struct RowPlace(int ChunkIndex, int Offset, int Length, int Line);
}
