using System.Globalization;

namespace Plugin.MaskTools.Sources;

/// <summary>Whole numbers as people list them: `1, 4-6`; numbers may be negative, `-5--2`.</summary>
internal sealed class NumberRanges
{
    private readonly List<(int First, int Last)> _ranges = [];

    private NumberRanges()
    {
    }

    /// <summary>Reads a list that is known to be well-formed.</summary>
    /// <param name="text">The list.</param>
    public static NumberRanges Parse(string text) =>
        TryParse(text, out var ranges) is { } refusal ? throw new FormatException(refusal) : ranges;

    /// <summary>Why a list is refused; null when it is accepted.</summary>
    /// <param name="text">The list.</param>
    public static string? Refusal(string text) => TryParse(text, out _);

    /// <summary>Whether a number is in the list.</summary>
    /// <param name="number">The number.</param>
    public bool Contains(int number) => _ranges.Exists(range => number >= range.First && number <= range.Last);

    private static string? TryParse(string text, out NumberRanges ranges)
    {
        ranges = new NumberRanges();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            // The dash of a range is the first one behind a digit.
            var dash = part.Length > 1 ? part.IndexOf('-', 1) : -1;
            var (first, last) = dash < 0 ? (part, part) : (part[..dash], part[(dash + 1)..]);
            if (!TryNumber(first, out var from) || !TryNumber(last, out var to))
                return $"'{part}' is not a whole number or a range such as 4-6";
            if (to < from)
                return $"the range '{part}' runs backwards";
            ranges._ranges.Add((from, to));
        }

        return null;
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
