namespace House.Tests.Sources;

/// <summary>A text file of the repository.</summary>
/// <param name="Path">Path below the root, with forward slashes.</param>
/// <param name="Text">Content.</param>
internal sealed record SourceFile(string Path, string Text)
{
    /// <summary>Whether it is a C# source; CryoSPARC's data files have the same extension and stand in Fixtures folders.</summary>
    public bool IsCSharp => Path.EndsWith(".cs", StringComparison.Ordinal) && !Path.Contains("/Fixtures/", StringComparison.Ordinal);

    /// <summary>Whether it is shipped, as against tests and benchmarks.</summary>
    public bool IsProduct =>
        !Path.StartsWith("tests/", StringComparison.Ordinal) && !Path.StartsWith("benchmarks/", StringComparison.Ordinal);

    public string Name => System.IO.Path.GetFileName(Path);

    public string Folder => System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '/');

    public string[] Lines => Text.TrimEnd('\n').Split('\n');

    /// <summary>Each line with its number, counted from 1.</summary>
    public IEnumerable<(int Number, string Text)> NumberedLines => Lines.Select((line, index) => (index + 1, line));
}
