using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Plugin.Classify3D.Selection;

/// <summary>Reads selections: conditions joined by `and`, such as `population >= 0.05 and posterior > 0.9` or `class in [1, 3]`.</summary>
internal static class SelectionParser
{
    private const string Examples =
        "write for instance population >= 0.05, class in [1, 3], posterior > 0.9 or ess < 1.5, joined by 'and'";

    private static readonly FrozenDictionary<string, Comparison> Comparisons = new Dictionary<string, Comparison>
    {
        ["<"] = Comparison.Less,
        ["<="] = Comparison.LessOrEqual,
        [">"] = Comparison.Greater,
        [">="] = Comparison.GreaterOrEqual,
        ["="] = Comparison.Equal,
        ["=="] = Comparison.Equal,
        ["!="] = Comparison.NotEqual,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Reads a selection.</summary>
    /// <param name="text">The selection.</param>
    /// <param name="problem">What cannot be understood and what could be written; null when all is well.</param>
    public static IReadOnlyList<SelectionCondition> Parse(string text, out string? problem)
    {
        var conditions = new List<SelectionCondition>();
        problem = null;
        foreach (var range in Regex.EnumerateSplits(text, @"\s+and\s+"))
        {
            var part = text[range];
            if (ParseCondition(part.Trim()) is { } condition)
                conditions.Add(condition);
            else
                problem ??= string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{part.Trim()}' from character {StartOf(text, range)} on is not a condition; {Examples}");
        }

        return conditions;
    }

    // 1-based, white space left out.
    private static int StartOf(string text, Range range)
    {
        var start = range.Start.Value;
        while (start < range.End.Value && char.IsWhiteSpace(text[start]))
            start++;
        return start + 1;
    }

    private static SelectionCondition? ParseCondition(string text)
    {
        var match = Regex.Match(text, @"^(population|class|posterior|ess)\s*(<=|>=|==|!=|<|>|=|in)\s*(\[[^\]]*\]|\S+)$");
        if (!match.Success)
            return null;
        var quantity = Enum.Parse<Quantity>(match.Groups[1].Value, ignoreCase: true);
        var isList = match.Groups[3].Value.StartsWith('[');
        if (isList != (match.Groups[2].Value == "in"))
            return null;
        var values = ParseNumbers(match.Groups[3].Value.Trim('[', ']'));
        if (values is null || (!isList && values.Count != 1))
            return null;
        return quantity == Quantity.Class && values.Any(value => value < 1 || value != Math.Floor(value))
            ? null
            : new SelectionCondition(quantity, Comparisons.GetValueOrDefault(match.Groups[2].Value, Comparison.In), values);
    }

    private static List<double>? ParseNumbers(string text)
    {
        var values = new List<double>();
        foreach (var word in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
                return null;
            values.Add(value);
        }

        return values;
    }
}
