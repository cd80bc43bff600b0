using SingleParticle.Formats.Star;

namespace SingleParticle.Particles.Star;

/// <summary>Reads the values of a block row by row and reports those that are no numbers, with line and column.</summary>
internal sealed class StarValues(string file, StarTable table, ProblemList problems)
{
    private readonly StarRow _cells = new();

    /// <summary>The 0-based row being read.</summary>
    public int Row { get; private set; }

    /// <summary>Goes to a row.</summary>
    /// <param name="row">0-based row.</param>
    public void MoveTo(int row)
    {
        Row = row;
        _cells.Load(table, row);
    }

    /// <summary>The token without quotes, UTF-8.</summary>
    /// <param name="column">0-based column.</param>
    public ReadOnlySpan<byte> Bytes(int column) => _cells.Value(column);

    /// <summary>The value as text.</summary>
    /// <param name="column">0-based column.</param>
    public string Text(int column) => _cells.Text(column);

    /// <summary>A finite number.</summary>
    /// <param name="column">0-based column, or -1 where there is none.</param>
    /// <param name="absent">The value where there is no column.</param>
    public double Number(int column, double absent = 0)
    {
        if (column < 0)
            return absent;
        if (StarToken.TryFinite(_cells.Token(column), out var value))
            return value;
        Refuse(column, "a number; correct the value or remove the row");
        return absent;
    }

    /// <summary>A finite number above zero.</summary>
    /// <param name="column">0-based column, or -1 where there is none.</param>
    /// <param name="absent">The value where there is no column.</param>
    public double Positive(int column, double absent)
    {
        var value = Number(column, absent);
        if (value > 0)
            return value;
        Refuse(column, "a number above 0; correct the value");
        return absent;
    }

    /// <summary>A whole number.</summary>
    /// <param name="column">0-based column, or -1 where there is none.</param>
    /// <param name="absent">The value where there is no column.</param>
    public long Whole(int column, long absent)
    {
        if (column < 0)
            return absent;
        if (StarToken.TryWhole(_cells.Token(column), out var value))
            return value;
        Refuse(column, "a whole number; correct the value or remove the row");
        return absent;
    }

    /// <summary>A list of numbers in one token; empty where there is no column.</summary>
    /// <param name="column">0-based column, or -1 where there is none.</param>
    public double[] List(int column)
    {
        if (column < 0)
            return [];
        if (!StarToken.TryList(_cells.Token(column), out var values))
            Refuse(column, "a list of numbers such as [0.1,-2,0]; correct the value");
        return values;
    }

    /// <summary>Reports a value that cannot be used.</summary>
    /// <param name="column">0-based column.</param>
    /// <param name="expected">What was expected, and what to do.</param>
    public void Refuse(int column, string expected) => problems.Add(
        table.Labels[column] + " cannot be used",
        FormattableString.Invariant($"{file} line {table.LineOf(Row)}, column {column + 1} (_{table.Labels[column]}): ")
        + $"found '{Text(column)}', expected {expected}");
}
