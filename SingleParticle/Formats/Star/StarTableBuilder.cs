using System.Text;

namespace SingleParticle.Formats.Star;

/// <summary>Makes a table from values.</summary>
public sealed class StarTableBuilder
{
    private readonly List<string> _labels;
    private readonly StarRowStore _rows = new();

    /// <summary>Starts a table without rows.</summary>
    /// <param name="labels">Column labels without leading underscore.</param>
    public StarTableBuilder(params IEnumerable<string> labels) => _labels = [.. labels];

    /// <summary>Adds a row.</summary>
    /// <param name="values">One text for each column; quoted where necessary.</param>
    /// <exception cref="ArgumentException">The number of values is not the number of labels.</exception>
    public StarTableBuilder Add(params IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count != _labels.Count)
            throw new ArgumentException($"a row of {_labels.Count} columns cannot hold {values.Count} values", nameof(values));
        _rows.Append(Encoding.UTF8.GetBytes(string.Join(' ', values.Select(StarToken.FromText))), line: 0);
        return this;
    }

    /// <summary>The table.</summary>
    public StarTable Build() => new(_labels, _rows);
}
