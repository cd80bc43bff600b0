using System.Globalization;
using System.Text.RegularExpressions;
using Host.Abstractions.Ports;

namespace Host.Runner.Datasets;

/// <summary>Names of the files of an export.</summary>
internal static partial class ExportNames
{
    /// <summary>A name for each item.</summary>
    /// <remarks>Made of its label, "class 3" becoming class_003; without labels of the output, numbered when there are several.</remarks>
    /// <param name="output">Name of the output.</param>
    /// <param name="items">The items.</param>
    public static IReadOnlyList<string> Of(string output, IReadOnlyList<DataItem> items)
    {
        var labelled = items.Select(item => Label(item.Label)).ToList();
        if (labelled.TrueForAll(name => name.Length > 0) && labelled.Distinct(StringComparer.OrdinalIgnoreCase).Count() == items.Count)
            return labelled;
        return items.Count == 1 ? [output] : [.. items.Select((_, index) => Numbered(output, index + 1))];
    }

    /// <summary>A text as part of a file name that no program stumbles over.</summary>
    /// <param name="text">Any text.</param>
    public static string Plain(string text) => Strange().Replace(text, "_").Trim('_');

    private static string Label(string label) =>
        TrailingNumber().Match(label) is { Success: true } match && int.TryParse(match.Groups["number"].ValueSpan, out var number)
            ? Numbered(Plain(match.Groups["words"].Value), number).TrimStart('_')
            : Plain(label);

    private static string Numbered(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name}_{number:000}");

    [GeneratedRegex("^(?<words>.*?)(?<number>[0-9]{1,9})$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex TrailingNumber();

    [GeneratedRegex("[^A-Za-z0-9.-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Strange();
}
