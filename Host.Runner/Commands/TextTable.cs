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
    /// <param name="alignment">How cells that are numbers are set.</param>
    public static void Write(
        TextWriter output,
        IReadOnlyList<IReadOnlyList<string>> rows,
        string indent,
        int? widthColumns,
        CellAlignment alignment = CellAlignment.Left)
    {
        if (rows.Count == 0)
            return;
        var widths = Enumerable.Range(0, rows[0].Count).Select(column => rows.Max(row => row[column].Length)).ToArray();
        var last = widths.Length - 1;
        var before = indent.Length + widths[..last].Sum(width => width + Gap.Length);
        var room = widthColumns is { } columns ? Math.Max(NarrowestLastColumn, columns - before) : int.MaxValue;
        foreach (var row in rows)
        {
            var cells = Enumerable.Range(0, last).Select(column => Pad(row[column], widths[column], alignment) + Gap);
            var lines = Wrap(alignment == CellAlignment.Right ? Pad(row[last], widths[last], alignment) : row[last], room).ToList();
            output.WriteLine((indent + string.Concat(cells) + lines[0]).TrimEnd());
            foreach (var line in lines.Skip(1))
                output.WriteLine(new string(' ', before) + line);
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

    private static string Pad(string cell, int width, CellAlignment alignment) =>
        alignment == CellAlignment.Right && IsNumeric(cell) ? cell.PadLeft(width) : cell.PadRight(width);

    private static bool IsNumeric(string cell) =>
        cell.Length > 0
        && (char.IsAsciiDigit(cell[0]) || (cell[0] is '-' or '+' or '.' && cell.Length > 1))
        && cell.Count(char.IsAsciiLetter) < 2;
}
