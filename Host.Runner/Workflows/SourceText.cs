namespace Host.Runner.Workflows;

/// <summary>A text by lines, to show the place a message is about.</summary>
public sealed class SourceText
{
    private const int WidestExcerpt = 120;
    private readonly string[] _lines;

    /// <summary>Splits a text into lines.</summary>
    /// <param name="text">The text.</param>
    public SourceText(string text) => _lines = text.ReplaceLineEndings("\n").Split('\n');

    /// <summary>A text without lines.</summary>
    public static SourceText Empty { get; } = new("");

    /// <summary>The line of a place and below it a caret at the place; null when there is no such line.</summary>
    /// <param name="location">The place.</param>
    /// <remarks>Of a very long line only the part around the place is shown. Tabs and control characters become spaces.</remarks>
    public (string Line, string Caret)? Excerpt(SourceLocation location)
    {
        if (location.Line > _lines.Length || _lines[location.Line - 1].Length == 0)
            return null;
        var line = new string([.. _lines[location.Line - 1].Select(c => char.IsControl(c) ? ' ' : c)]);
        var at = Math.Min(location.Column - 1, line.Length);
        var begin = line.Length <= WidestExcerpt ? 0 : Math.Clamp(at - WidestExcerpt / 2, 0, line.Length - WidestExcerpt);
        var shown = line.Substring(begin, Math.Min(WidestExcerpt, line.Length - begin));
        return (shown.TrimEnd(), new string(' ', at - begin) + "^");
    }
}
