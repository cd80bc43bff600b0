using System.Globalization;
using System.Text.RegularExpressions;
using House.Tests.Sources;

namespace House.Tests.Documents;

/// <summary>House rules on the pages for people.</summary>
internal static partial class DocumentRules
{
    /// <summary>Relative links that lead nowhere.</summary>
    /// <param name="page">A Markdown page.</param>
    /// <param name="exists">Whether a path below the root exists.</param>
    public static IEnumerable<string> DeadLinks(SourceFile page, Func<string, bool> exists) =>
        from Match found in Link().Matches(page.Text)
        let target = found.Groups["target"].Value.Split('#')[0]
        where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal)
            && !target.StartsWith("mailto:", StringComparison.Ordinal)
        where !exists(Normal(Path.Combine(page.Folder, target)))
        select $"{page.Path}: the link to {target} leads nowhere";

    /// <summary>The change log has an Unreleased section, first and with something in it.</summary>
    public static IEnumerable<string> ChangeLog(SourceFile page)
    {
        var sections = page.Text.Split("\n## ").Skip(1).ToList();
        if (sections.Count == 0 || !sections[0].StartsWith("Unreleased", StringComparison.Ordinal))
            yield return $"{page.Path}: its first section is not Unreleased";
        else if (!sections[0].Split('\n').Any(line => line.StartsWith("- ", StringComparison.Ordinal)))
            yield return $"{page.Path}: Unreleased has no entries";
    }

    /// <summary>The folders of the root that the table of the README leaves out.</summary>
    public static IEnumerable<string> UntoldFolders(SourceFile readme, IEnumerable<string> folders) =>
        from folder in folders
        where !readme.Text.Contains($"| `{folder}`", StringComparison.Ordinal)
        select $"{readme.Path}: the folder table leaves out {folder}";

    /// <summary>Commands at the top of the README, which `check` runs.</summary>
    public static IReadOnlyList<string> Commands(SourceFile readme) =>
        [.. Fence().Matches(readme.Text).SelectMany(fence => fence.Groups["body"].Value.Split('\n'))
            .Where(line => line.StartsWith("dotnet ", StringComparison.Ordinal))];

    /// <summary>Whole workflows shown on a page, as text.</summary>
    public static IEnumerable<string> Workflows(SourceFile page) =>
        YamlFence().Matches(page.Text).Select(fence => fence.Groups["body"].Value)
            .Where(text => text.StartsWith("workflow:", StringComparison.Ordinal));

    /// <summary>Decision records are numbered without gaps or repeats.</summary>
    public static IEnumerable<string> DecisionNumbers(IReadOnlyList<string> names)
    {
        var numbers = names.Select(name => name.Split('-')[0]).Order(StringComparer.Ordinal).ToList();
        var expected = Enumerable.Range(1, names.Count).Select(number => number.ToString("D4", CultureInfo.InvariantCulture));
        if (!numbers.SequenceEqual(expected))
            yield return $"decision records are numbered {string.Join(", ", numbers)}; expected 0001 onwards, each once";
    }

    private static string Normal(string path) =>
        Path.GetRelativePath("/", Path.GetFullPath(Path.Combine("/", path))).Replace('\\', '/');

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("```sh\\n(?<body>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("```yaml\\n(?<body>.*?)```", RegexOptions.Singleline)]
    private static partial Regex YamlFence();
}
