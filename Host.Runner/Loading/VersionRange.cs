using System.Globalization;

namespace Host.Runner.Loading;

/// <summary>A range of versions in interval notation: `[1.0, 2.0)`, `[1.2, )`, `(, 3.0]`, `[1.0]`.</summary>
/// <remarks>A square bracket includes its end, a round one excludes it; an end left out is open.</remarks>
public sealed class VersionRange
{
    private readonly string _text;
    private readonly Version? _lowest;
    private readonly Version? _highest;

    private VersionRange(string text, Version? lowest, Version? highest)
    {
        _text = text;
        _lowest = lowest;
        _highest = highest;
    }

    private bool IsEmpty =>
        _lowest is not null && _highest is not null && (_lowest > _highest || (_lowest == _highest && _text is not ['[', .., ']']));

    /// <summary>Reads a range.</summary>
    /// <param name="text">Interval notation.</param>
    /// <exception cref="FormatException">Not a range; says what was expected.</exception>
    public static VersionRange Parse(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length < 3 || trimmed[0] is not ('[' or '(') || trimmed[^1] is not (']' or ')'))
            throw Malformed(text);
        var ends = trimmed[1..^1].Split(',', StringSplitOptions.TrimEntries);
        if (ends.Length > 2 || (ends.Length == 1 && trimmed is not ['[', .., ']']))
            throw Malformed(text);
        var range = new VersionRange(trimmed, End(ends[0], text), End(ends[^1], text));
        return range.IsEmpty ? throw new FormatException($"'{text}' holds no version: its lower end is not below its upper end") : range;
    }

    /// <summary>Whether a version lies in the range.</summary>
    /// <param name="version">The version; only major and minor number count.</param>
    public bool Contains(Version version)
    {
        var number = new Version(version.Major, version.Minor);
        var aboveLowest = _lowest is null || (_text[0] == '[' ? number >= _lowest : number > _lowest);
        var belowHighest = _highest is null || (_text[^1] == ']' ? number <= _highest : number < _highest);
        return aboveLowest && belowHighest;
    }

    /// <summary>The range as it was written.</summary>
    public override string ToString() => _text;

    private static Version? End(string end, string text)
    {
        if (end.Length == 0)
            return null;
        var numbers = end.Split('.');
        if (numbers.Length != 2
            || !int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            || !int.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minor))
            throw Malformed(text);
        return new Version(major, minor);
    }

    private static FormatException Malformed(string text) =>
        new($"'{text}' is not a version range; write one such as '[1.0, 2.0)': from 1.0 up to but without 2.0");
}
