namespace SingleParticle.Formats.Star;

/// <summary>One row of a table split into its values.</summary>
/// <remarks>
/// Load it again for the next row: reading a million rows then allocates nothing. Not safe for use from several threads at once:
/// one per thread.
/// </remarks>
public sealed class StarRow
{
    private ReadOnlyMemory<byte> _raw;
    private int[] _starts = [];
    private int[] _ends = [];

    /// <summary>Number of values.</summary>
    public int Count { get; private set; }

    /// <summary>The row as written, UTF-8.</summary>
    public ReadOnlySpan<byte> Raw => _raw.Span;

    /// <summary>Splits a row.</summary>
    /// <param name="table">Table to read from.</param>
    /// <param name="row">0-based row.</param>
    public void Load(StarTable table, int row)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (_starts.Length < table.Labels.Count)
        {
            _starts = new int[table.Labels.Count];
            _ends = new int[table.Labels.Count];
        }

        _raw = table.RawRow(row);
        var span = _raw.Span;
        var position = 0;
        for (Count = 0; StarTokenizer.TryNext(span, ref position, out var start); Count++)
        {
            _starts[Count] = start;
            _ends[Count] = position;
        }
    }

    /// <summary>The token as written, quotes included, UTF-8.</summary>
    /// <param name="column">0-based column.</param>
    public ReadOnlySpan<byte> Token(int column) => Raw[_starts[column].._ends[column]];

    /// <summary>The token without its quotes, UTF-8.</summary>
    /// <param name="column">0-based column.</param>
    public ReadOnlySpan<byte> Value(int column) => StarToken.Unquote(Token(column));

    /// <summary>The value as text, without quotes.</summary>
    /// <param name="column">0-based column.</param>
    public string Text(int column) => StarToken.Text(Token(column));

    internal int StartOf(int column) => _starts[column];

    internal int EndOf(int column) => _ends[column];
}
