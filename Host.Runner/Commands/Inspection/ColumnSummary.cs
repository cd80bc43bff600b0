namespace Host.Runner.Commands.Inspection;

/// <summary>Sums up one column of a table while its values go by.</summary>
internal sealed class ColumnSummary
{
    private const int MostDistinctWords = 1000;

    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private string? _first;
    private double _minimum = double.PositiveInfinity;
    private double _maximum = double.NegativeInfinity;
    private long _numberCount;
    private long _notFiniteCount;
    private long _wordCount;

    /// <summary>Takes a number.</summary>
    /// <param name="value">The number; NaN and infinities are counted apart.</param>
    public void Add(double value)
    {
        if (!double.IsFinite(value))
        {
            _notFiniteCount++;
            return;
        }

        _numberCount++;
        _minimum = Math.Min(_minimum, value);
        _maximum = Math.Max(_maximum, value);
    }

    /// <summary>Takes a word.</summary>
    /// <param name="word">The word.</param>
    public void Add(string word)
    {
        _wordCount++;
        _first ??= word;
        if (_words.Count < MostDistinctWords)
            _words.Add(word);
    }

    /// <summary>The summary: range of numbers, or first word and number of different ones.</summary>
    public override string ToString()
    {
        var parts = new List<string>();
        if (_numberCount > 0)
            parts.Add(_minimum == _maximum ? Quantity.Number(_minimum) : $"{Quantity.Number(_minimum)} .. {Quantity.Number(_maximum)}");
        if (_notFiniteCount > 0)
            parts.Add($"{Quantity.Count(_notFiniteCount)} not finite");
        if (_wordCount > 0 && _words.Count == 1)
            parts.Add($"\"{_first}\"");
        else if (_wordCount > 0)
            parts.Add($"\"{_first}\", ... {(_words.Count < MostDistinctWords ? "" : "at least ")}{Quantity.Count(_words.Count)} different");
        return string.Join("; ", parts);
    }
}
