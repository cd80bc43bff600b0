namespace Host.Runner.Commands;

/// <summary>Paths as people like to read them.</summary>
internal static class PathText
{
    /// <summary>Relative to the current folder when below it, otherwise absolute.</summary>
    /// <param name="path">Absolute path.</param>
    public static string Of(string path)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    /// <summary>Each path, or for many the folders they are in with the number of files.</summary>
    /// <param name="paths">Absolute paths.</param>
    public static IEnumerable<string> Of(IReadOnlyList<string> paths)
    {
        const int MostOneByOne = 4;
        return paths.Count <= MostOneByOne
            ? paths.Select(Of)
            : paths.GroupBy(path => Path.GetDirectoryName(path)!)
                .Select(folder => $"{Of(folder.Key)}: {Quantity.Counted(folder.Count(), "file")}");
    }
}
