namespace SingleParticle.Formats.Star;

/// <summary>A loop of a STAR file: labelled columns, and rows kept exactly as written.</summary>
public sealed class StarTable
{
    private readonly StarRowStore _rows;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    internal StarTable(IReadOnlyList<string> labels, StarRowStore rows)
    {
        Labels = labels;
        _rows = rows;
        for (var column = 0; column < labels.Count; column++)
            _columns.Add(labels[column], column);
    }

    /// <summary>Column labels without their leading underscore, in file order.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Number of rows.</summary>
    public int RowCount => _rows.Count;

    /// <summary>The column with a label, or -1.</summary>
    /// <param name="label">Label without its leading underscore.</param>
    public int IndexOf(string label) => _columns.GetValueOrDefault(label, -1);

    /// <summary>Whether there is a column with a label.</summary>
    /// <param name="label">Label without its leading underscore.</param>
    public bool Has(string label) => _columns.ContainsKey(label);

    /// <summary>The row as written, UTF-8, without line break or comment.</summary>
    /// <param name="row">0-based row.</param>
    public ReadOnlyMemory<byte> RawRow(int row) => _rows.Row(row);

    /// <summary>The 1-based line of the file that holds a row.</summary>
    /// <param name="row">0-based row.</param>
    public int LineOf(int row) => _rows.Line(row);

    /// <summary>The text of one value; for a few values only, see <see cref="StarRow"/> for many.</summary>
    /// <param name="row">0-based row.</param>
    /// <param name="label">Label without its leading underscore.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public string Text(int row, string label)
    {
        var column = IndexOf(label);
        if (column < 0)
            throw new ArgumentException($"there is no column {label}", nameof(label));
        var cells = new StarRow();
        cells.Load(this, row);
        return cells.Text(column);
    }
}
