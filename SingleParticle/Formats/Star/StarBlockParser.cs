using System.Text;

namespace SingleParticle.Formats.Star;

/// <summary>Builds one block from its lines.</summary>
internal sealed class StarBlockParser(string filePath, string name, IReadOnlyList<string> comments, int blockLine)
{
    private readonly List<StarPair> _pairs = [];
    private readonly List<StarTable> _tables = [];
    private List<string> _labels = [];
    private StarRowStore? _rows;
    private int _loopLine;

    /// <summary>Number of columns of the loop being read; 0 outside a loop.</summary>
    public int ColumnCount => _rows is null ? 0 : _labels.Count;

    /// <summary>Takes a line that is neither empty nor a comment nor the start of a block.</summary>
    /// <param name="line">Whole line.</param>
    /// <param name="first">Its first token.</param>
    /// <param name="position">Position behind the first token.</param>
    /// <param name="number">1-based line number.</param>
    public void Take(ReadOnlySpan<byte> line, ReadOnlySpan<byte> first, int position, int number)
    {
        if (StarKeyword.IsLoop(first))
            BeginLoop(number);
        else if (first[0] == '_' && first.Length > 1 && !IsRowAfterAll(line))
            TakeLabel(line, first, position, number);
        else if (_rows is not null && _labels.Count > 0)
            TakeRow(line, number);
        else
            throw Unexpected(first, number);
    }

    /// <summary>The block, when all its lines are taken.</summary>
    public StarBlock Finish()
    {
        EndLoop();
        return new StarBlock(name, comments, _pairs, _tables, blockLine);
    }

    // A file name may begin with an underscore; once rows have begun, a line of as many tokens as there are columns is a row.
    private bool IsRowAfterAll(ReadOnlySpan<byte> line) =>
        _rows is { Count: > 0 } && _labels.Count > 2 && StarTokenizer.Count(line, out _) == _labels.Count;

    private void BeginLoop(int number)
    {
        EndLoop();
        _labels = [];
        _rows = new StarRowStore();
        _loopLine = number;
    }

    private void EndLoop()
    {
        if (_rows is null)
            return;
        if (_labels.Count == 0)
            throw At(_loopLine, "loop_ is not followed by labels such as _rlnImageName; the file is probably cut off");
        _tables.Add(new StarTable(_labels, _rows));
        _rows = null;
    }

    private void TakeLabel(ReadOnlySpan<byte> line, ReadOnlySpan<byte> first, int position, int number)
    {
        var label = Encoding.UTF8.GetString(first[1..]);
        if (_rows is { Count: > 0 })
            EndLoop();
        var isKnown = _rows is null ? _pairs.Exists(pair => pair.Label == label) : _labels.Contains(label, StringComparer.Ordinal);
        if (isKnown)
            throw At(number, $"label _{label} occurs twice in data_{name}; a label is unique in its block; remove one of the two");
        if (_rows is null)
            TakePair(label, line, position, number);
        else
            _labels.Add(label);
    }

    private void TakePair(string label, ReadOnlySpan<byte> line, int position, int number)
    {
        var rest = line[position..];
        if (StarTokenizer.Count(rest, out var end) == 0)
            throw At(number, $"_{label} has no value; outside a loop_ a label is followed by its value (\"\" when it is empty)");
        _pairs.Add(new StarPair(label, Encoding.UTF8.GetString(rest[..end].Trim(" \t"u8)), number));
    }

    private void TakeRow(ReadOnlySpan<byte> line, int number)
    {
        var count = StarTokenizer.Count(line, out var end);
        if (count != _labels.Count)
            throw WrongCount(count, number);
        _rows!.Append(line[..end], number);
    }

    private DataFileException WrongCount(int count, int number)
    {
        var column = count < _labels.Count ? $"the first label without one is _{_labels[count]}" : $"the last label is _{_labels[^1]}";
        return At(
            number,
            FormattableString.Invariant($"the row of data_{name} has {count} values, expected {_labels.Count}, one for each label ")
            + $"({column}); the file is cut off, or a value with blanks is not in quotes");
    }

    private DataFileException Unexpected(ReadOnlySpan<byte> first, int number) =>
        At(number, $"found '{Encoding.UTF8.GetString(first)}' in data_{name}, expected loop_ or a label that starts with _");

    private DataFileException At(int number, string problem) =>
        new(filePath, FormattableString.Invariant($"line {number}"), problem);
}
