using System.Globalization;
using System.Text;
using Host.Abstractions.Ports;
using SingleParticle.Formats;

namespace SingleParticle.Nodes.Tables;

/// <summary>A table of comma-separated values (RFC 4180), numbers in full precision and without regard to the user's country.</summary>
public sealed class CsvTable
{
    private readonly StringBuilder _text = new();
    private readonly int _columnCount;

    /// <summary>Starts a table.</summary>
    /// <param name="columns">Column names in snake_case, the unit as the last word.</param>
    public CsvTable(params IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        _columnCount = columns.Count;
        AppendLine(columns.Select(Quoted));
    }

    /// <summary>Number of rows so far.</summary>
    public int RowCount { get; private set; }

    /// <summary>Adds a row.</summary>
    /// <param name="cells">As many as there are columns: text, numbers, null for an empty cell; what is not finite is empty.</param>
    /// <returns>This table.</returns>
    public CsvTable Add(params IReadOnlyList<object?> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        if (cells.Count != _columnCount)
            throw new ArgumentException($"a row of {cells.Count} cells in a table of {_columnCount} columns", nameof(cells));
        AppendLine(cells.Select(TextOf));
        RowCount++;
        return this;
    }

    /// <summary>Writes the table to a file.</summary>
    /// <param name="path">File; appears complete or not at all.</param>
    /// <param name="label">Name among several tables of one output; empty for one.</param>
    /// <returns>The table as data that flows between nodes.</returns>
    public DataItem Write(string path, string label = "")
    {
        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(_text.ToString())));
        return new DataItem
        {
            Type = DataTypes.Table,
            Slots = [new DataSlot("table", path)],
            Header = new DataHeader { Count = RowCount },
            Label = label,
        };
    }

    /// <summary>The whole table, header line first.</summary>
    public override string ToString() => _text.ToString();

    private static string TextOf(object? cell) => cell switch
    {
        null => "",
        double number => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "",
        float number => float.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Quoted(cell.ToString() ?? ""),
    };

    private static string Quoted(string text) => text.AsSpan().ContainsAny(',', '"', '\n') ? $"\"{text.Replace("\"", "\"\"")}\"" : text;

    private void AppendLine(IEnumerable<string> cells) => _text.AppendJoin(',', cells).Append('\n');
}
