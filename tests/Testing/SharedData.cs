namespace Testing;

/// <summary>Finds the check data that stand beside the repository and are not part of it.</summary>
public static class SharedData
{
    /// <summary>The full path of something under ../shared, or null where it is absent.</summary>
    /// <param name="relativePath">Path below shared, such as data/smoke/particles.star.</param>
    public static string? Find(string relativePath)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", relativePath);
            if (Path.Exists(candidate))
                return candidate;
        }

        return null;
    }

    /// <summary>The full path of something under ../shared.</summary>
    /// <param name="relativePath">Path below shared, such as data/smoke/particles.star.</param>
    /// <exception cref="FileNotFoundException">It is absent; mark the test with <see cref="SharedDataFactAttribute"/>.</exception>
    public static string Require(string relativePath) =>
        Find(relativePath) ?? throw new FileNotFoundException($"shared/{relativePath} was not found beside the repository", relativePath);
}
