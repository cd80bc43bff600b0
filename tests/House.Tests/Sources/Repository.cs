using System.Text;

namespace House.Tests.Sources;

/// <summary>The repository that these tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] Generated = [".git", "artifacts", "runs", "exports", "bin", "obj", ".vs", ".idea", "shared"];

    private static readonly string[] TextKinds =
        [".cs", ".md", ".csproj", ".props", ".targets", ".json", ".yaml", ".yml", ".txt", ".sln", ".editorconfig", ".gitignore", ""];

    /// <summary>Full path of its root: the folder with plugins.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>All its text files; what builds and runs leave behind is no part of it.</summary>
    public static IReadOnlyList<SourceFile> Files { get; } = [.. Enumerate(Root).OrderBy(file => file.Path, StringComparer.Ordinal)];

    /// <summary>Its C# sources.</summary>
    public static IReadOnlyList<SourceFile> Sources { get; } = [.. Files.Where(file => file.IsCSharp)];

    /// <summary>A file by its path below the root.</summary>
    public static SourceFile File(string path) =>
        Files.SingleOrDefault(file => file.Path == path) ?? throw new FileNotFoundException($"{path} is not in the repository", path);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "plugins.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"no plugins.sln above {AppContext.BaseDirectory}");
    }

    private static IEnumerable<SourceFile> Enumerate(string folder)
    {
        foreach (var child in Directory.EnumerateDirectories(folder).Where(child => !Generated.Contains(Path.GetFileName(child))))
        {
            foreach (var file in Enumerate(child))
                yield return file;
        }

        foreach (var path in Directory.EnumerateFiles(folder).Where(IsText))
            yield return new SourceFile(
                Path.GetRelativePath(Root, path).Replace('\\', '/'), System.IO.File.ReadAllText(path, Encoding.UTF8));
    }

    private static bool IsText(string path) =>
        TextKinds.Contains(Path.GetExtension(path)) && Path.GetFileName(path) != ".git"
        && (Path.GetExtension(path) != ".cs" || !path.Contains($"{Path.DirectorySeparatorChar}Fixtures{Path.DirectorySeparatorChar}"));
}
