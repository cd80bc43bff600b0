using System.Globalization;
using System.Text;

namespace SingleParticle.Formats.Star;

/// <summary>Writes the rows of a table with some values replaced or added and every other byte as it was.</summary>
/// <remarks>Not safe for use from several threads at once: one per thread.</remarks>
public sealed class StarRowEditor
{
    private readonly int _sourceCount;
    private readonly List<string> _labels;
    private readonly List<Range?> _changes = [];
    private readonly StarRow _row = new();
    private byte[] _tokens = new byte[1024];
    private byte[] _output = new byte[4096];
    private int _tokenBytes;
    private int _outputBytes;

    /// <summary>Edits rows of a table.</summary>
    /// <param name="labels">Labels of that table.</param>
    public StarRowEditor(IReadOnlyList<string> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        _sourceCount = labels.Count;
        _labels = [.. labels];
        _changes.AddRange(Enumerable.Repeat<Range?>(null, _labels.Count));
    }

    /// <summary>Labels of the edited table: the old ones, then those added.</summary>
    public IReadOnlyList<string> Labels => _labels;

    /// <summary>The row being edited, as it was.</summary>
    public StarRow Source => _row;

    /// <summary>The column of a label, added at the end when the table does not have it.</summary>
    /// <param name="label">Label without leading underscore.</param>
    public int Column(string label)
    {
        var column = _labels.IndexOf(label);
        if (column >= 0)
            return column;
        _labels.Add(label);
        _changes.Add(null);
        return _labels.Count - 1;
    }

    /// <summary>Starts the next row.</summary>
    /// <param name="table">Table with the labels given at the start.</param>
    /// <param name="row">0-based row.</param>
    public void Begin(StarTable table, int row)
    {
        _row.Load(table, row);
        _tokenBytes = 0;
        for (var column = 0; column < _changes.Count; column++)
            _changes[column] = null;
    }

    /// <summary>Sets a value to a number, written so that it reads back exactly.</summary>
    /// <param name="column">Column from <see cref="Column"/>.</param>
    /// <param name="value">The number.</param>
    public void Set(int column, float value) => SetToken(column, value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Sets a value to a whole number.</summary>
    /// <param name="column">Column from <see cref="Column"/>.</param>
    /// <param name="value">The number.</param>
    public void Set(int column, int value) => SetToken(column, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Sets a value to a text, quoted where necessary.</summary>
    /// <param name="column">Column from <see cref="Column"/>.</param>
    /// <param name="value">The text.</param>
    public void Set(int column, string value) => SetToken(column, StarToken.FromText(value));

    /// <summary>The edited row, valid until the next one.</summary>
    /// <exception cref="InvalidOperationException">An added column has no value in this row.</exception>
    public ReadOnlySpan<byte> Compose()
    {
        var source = _row.Raw;
        var copied = 0;
        _outputBytes = 0;
        for (var column = 0; column < _sourceCount; column++)
        {
            if (_changes[column] is not { } change)
                continue;
            Append(source[copied.._row.StartOf(column)]);
            Append(_tokens.AsSpan(change));
            copied = _row.EndOf(column);
        }

        Append(source[copied..]);
        for (var column = _sourceCount; column < _labels.Count; column++)
        {
            var added = _changes[column] ?? throw new InvalidOperationException($"the added column {_labels[column]} has no value");
            Append(" "u8);
            Append(_tokens.AsSpan(added));
        }

        return _output.AsSpan(0, _outputBytes);
    }

    private void SetToken(int column, string token)
    {
        var needed = _tokenBytes + Encoding.UTF8.GetMaxByteCount(token.Length);
        if (needed > _tokens.Length)
            Array.Resize(ref _tokens, 2 * needed);
        var length = Encoding.UTF8.GetBytes(token, _tokens.AsSpan(_tokenBytes));
        _changes[column] = _tokenBytes..(_tokenBytes + length);
        _tokenBytes += length;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (_outputBytes + bytes.Length > _output.Length)
            Array.Resize(ref _output, 2 * (_outputBytes + bytes.Length));
        bytes.CopyTo(_output.AsSpan(_outputBytes));
        _outputBytes += bytes.Length;
    }
}
