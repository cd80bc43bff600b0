namespace Host.Runner.Commands;

/// <summary>A table of text with aligned columns; the last column is wrapped where lines would be too long.</summary>
public static class TextTable
{
    private const string Gap = "  ";
    private const int NarrowestLastColumn = 24;

    /// <summary>Writes a table.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="rows">Rows of cells, the heading, if any, first; all of one length.</param>
    /// <param name="indent">Text before every line.</param>
    /// <param name="widthColumns">Columns to wrap at; null never to wrap.</param>
    public static void Write(TextWriter output, IReadOnlyList<IReadOnlyList<string>> rows, string indent, int? widthColumns)
    {
        foreach (var line in Lines(rows, indent, widthColumns))
            output.WriteLine(line);
    }

    /// <summary>The lines of a table.</summary>
    /// <param name="rows">Rows of cells, the heading, if any, first; all of one length.</param>
    /// <param name="indent">Text before every line.</param>
    /// <param name="widthColumns">Columns to wrap at; null never to wrap.</param>
    /// <param name="alignment">How cells are set; numbers to the right needs a heading.</param>
    public static IEnumerable<string> Lines(
        IReadOnlyList<IReadOnlyList<string>> rows, string indent, int? widthColumns, CellAlignment alignment = CellAlignment.Left)
    {
        if (rows.Count == 0)
            yield break;
        var widths = Enumerable.Range(0, rows[0].Count).Select(column => rows.Max(row => row[column].Length)).ToArray();
        var rights = widths.Select((_, column) => alignment == CellAlignment.NumbersRight && IsNumeric(rows, column)).ToArray();
        var last = widths.Length - 1;
        var before = indent.Length + widths[..last].Sum(width => width + Gap.Length);
        var room = widthColumns is { } columns ? Math.Max(NarrowestLastColumn, columns - before) : int.MaxValue;
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) =>
                rights[column] ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column])).ToList();
            var lines = Wrap(cells[last].TrimEnd(), room).ToList();
            yield return (indent + string.Concat(cells[..last].Select(cell => cell + Gap)) + lines[0]).TrimEnd();
            foreach (var line in lines.Skip(1))
                yield return new string(' ', before) + line;
        }
    }

    /// <summary>Breaks a text into lines at spaces.</summary>
    /// <param name="text">The text.</param>
    /// <param name="widthColumns">Longest line; a longer word stands alone.</param>
    public static IEnumerable<string> Wrap(string text, int widthColumns)
    {
        while (text.Length > widthColumns)
        {
            var at = text.LastIndexOf(' ', widthColumns);
            if (at <= 0)
                at = text.IndexOf(' ', StringComparison.Ordinal);
            if (at <= 0)
                break;
            yield return text[..at].TrimEnd();
            text = text[(at + 1)..];
        }

        yield return text;
    }

    private static bool IsNumeric(IReadOnlyList<IReadOnlyList<string>> rows, int column) =>
        rows.Skip(1).Any(row => IsNumber(row[column])) && rows.Skip(1).All(row => row[column] is "" or "-" || IsNumber(row[column]));

    // Also a bound, "≤ 13.3", and a number with an exponent.
    private static bool IsNumber(string cell)
    {
        var number = cell.AsSpan().TrimStart("≤≥<>± +-.");
        return number.Length > 0 && char.IsAsciiDigit(number[0]) && cell.Count(char.IsAsciiLetter) < 2;
    }
}
