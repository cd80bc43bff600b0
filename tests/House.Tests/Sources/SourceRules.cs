using System.Text.RegularExpressions;

namespace House.Tests.Sources;

/// <summary>House rules on a single source file: each returns what breaks it, as `path(line): what is wrong, what to do`.</summary>
internal static partial class SourceRules
{
    private const int MostLines = 320;
    private const int LongestLine = 140;

    /// <summary>One type per file, named as the file; a generic type whose plain namesake has a file adds `Of...`.</summary>
    public static IEnumerable<string> OneTypeNamedAsFile(SourceFile file)
    {
        var types = file.NumberedLines.Select(line => TopLevelType().Match(line.Text)).Where(match => match.Success).ToList();
        if (types.Count > 1)
            yield return $"{file.Path}: {types.Count} types ({string.Join(", ", types.Select(NameOf))}); give each a file";
        var stem = Path.GetFileNameWithoutExtension(file.Name);
        if (types is [var only] && stem != NameOf(only) && !stem.StartsWith($"{NameOf(only)}Of", StringComparison.Ordinal))
            yield return $"{file.Path}: holds {NameOf(only)}; name file and type alike";
        if (types.Count == 0 && file.Name is not ("Program.cs" or "AssemblyInfo.cs" or "GlobalUsings.cs"))
            yield return $"{file.Path}: holds no type";
    }

    /// <summary>Short files.</summary>
    public static IEnumerable<string> FileLength(SourceFile file)
    {
        if (file.Lines.Length > MostLines)
            yield return $"{file.Path}: {file.Lines.Length} lines, at most {MostLines}; split it by subject";
    }

    /// <summary>Short lines; data in raw literals may be longer.</summary>
    public static IEnumerable<string> LineLength(SourceFile file)
    {
        var isRaw = false;
        foreach (var (number, line) in file.NumberedLines)
        {
            var quotes = RawQuotes().Count(line);
            if (line.Length > LongestLine && !isRaw && quotes == 0)
                yield return $"{file.Path}({number}): {line.Length} characters, at most {LongestLine}";
            isRaw ^= quotes % 2 == 1;
        }
    }

    /// <summary>Spellings of CryoSPARC and RELION live where their files are read and written; elsewhere things have names.</summary>
    public static IEnumerable<string> FormatSpellings(SourceFile file)
    {
        if (!file.IsProduct || file.Path.StartsWith("SingleParticle/Formats/", StringComparison.Ordinal)
            || file.Path.StartsWith("SingleParticle/Particles/", StringComparison.Ordinal)
            || file.Path.StartsWith("Host.Runner/Datasets/", StringComparison.Ordinal))
            yield break;
        foreach (var (number, line) in file.NumberedLines.Where(line => !Comment().IsMatch(line.Text)))
        {
            if (FieldSpelling().Match(line) is { Success: true } found)
                yield return $"{file.Path}({number}): '{found.Value}' is a file's spelling; use what Formats and Particles name it";
        }
    }

    /// <summary>No swallowed errors.</summary>
    public static IEnumerable<string> EmptyCatch(SourceFile file) =>
        from Match found in EmptyCatchBlock().Matches(file.Text)
        select $"{file.Path}({file.Text.AsSpan(0, found.Index).Count('\n') + 1}): an empty catch; handle the error or let it pass";

    /// <summary>Nothing unfinished.</summary>
    public static IEnumerable<string> Unfinished(SourceFile file) =>
        from line in file.NumberedLines
        let found = UnfinishedWork().Match(line.Text)
        where found.Success
        select $"{file.Path}({line.Number}): '{found.Value}'; finish it or open an issue";

    /// <summary>Compiler warnings stay on.</summary>
    public static IEnumerable<string> SilencedDocumentation(SourceFile file) =>
        from line in file.NumberedLines
        where file.IsProduct && SilencedWarning().IsMatch(line.Text)
        select $"{file.Path}({line.Number}): the warning on undocumented members is silenced; document them";

    /// <summary>No paths or machines of the author's: the repository builds and runs anywhere.</summary>
    public static IEnumerable<string> PrivatePlaces(SourceFile file) =>
        from line in file.NumberedLines
        let found = PrivatePlace().Match(line.Text)
        where found.Success && !line.Text.StartsWith("#!", StringComparison.Ordinal)
        select $"{file.Path}({line.Number}): '{found.Value.Trim()}' is a place on one machine; use relative paths";

    /// <summary>A test's name is a sentence.</summary>
    public static IEnumerable<string> TestNames(SourceFile file) =>
        from Match found in TestMethod().Matches(file.Text)
        let name = found.Groups["name"].Value
        where name.Split('_').Length < 2 || !char.IsUpper(name[0]) || name.Contains("__", StringComparison.Ordinal)
        select $"{file.Path}: {name} is not a sentence such as Finds_the_scale_of_a_noise_free_particle";

    private static string NameOf(Match type) => type.Groups["name"].Value;

    [GeneratedRegex("""
        ^(?:(?:public|internal|file|sealed|abstract|static|partial|readonly|ref|unsafe|new)\s+)*(?:class|struct|interface|enum|record(?:\s+(?:class|struct))?|delegate\s+[\w<>?,\[\]]+)\s+(?<name>\w+)
        """)]
    private static partial Regex TopLevelType();

    [GeneratedRegex("\"\"\"")]
    private static partial Regex RawQuotes();

    [GeneratedRegex(@"^\s*//")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\b_?rln[A-Z]\w*|\b(?:blob|ctf|alignments2D|alignments3D|alignments3D_multi|location|pick_stats)/\w+")]
    private static partial Regex FieldSpelling();

    [GeneratedRegex(@"\bcatch\b[^{;]*\{\s*(?://[^\n]*\s*)*\}")]
    private static partial Regex EmptyCatchBlock();

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|\bHACK\b|\bXXX\b|NotImplementedException")]
    private static partial Regex UnfinishedWork();

    [GeneratedRegex(@"pragma warning disable.*CS1591|NoWarn.*CS1591")]
    private static partial Regex SilencedWarning();

    [GeneratedRegex("""
        (?<![\w.)}<])/(?:home|root|Users|work|mnt|tmp|var|opt|check)/\w+|\b[A-Z]:\\\w+|\blocalhost\b|(?<![\d.])(?:10|127|172|192)(?:\.\d{1,3}){3}(?![\d.])
        """)]
    private static partial Regex PrivatePlace();

    [GeneratedRegex("""\[(?:Fact|Theory|SharedDataFact|SharedDataTheory)\b[^\n]*\n(?:\s*\[[^\n]*\n)*\s*public [\w<>\[\]]+(?: [\w<>]+)?? (?<name>\w+)\(""")]
    private static partial Regex TestMethod();
}
