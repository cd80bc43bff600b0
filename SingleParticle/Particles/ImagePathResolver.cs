namespace SingleParticle.Particles;

/// <summary>Finds the image stacks that a particle file names by relative paths.</summary>
/// <remarks>
/// A relative path is looked for under each search root, then beside the particle file, then in each of its parent folders.
/// A leading `&gt;`, as CryoSPARC writes it, means beside the particle file; rows that have moved to another folder since find theirs
/// under a search root. Answers are remembered per path.
/// Not safe for use from several threads at once.
/// </remarks>
public sealed class ImagePathResolver
{
    private readonly string _metadataFile;
    private readonly List<string> _folders;
    private readonly List<string> _foldersBeside;
    private readonly Dictionary<string, string?> _found = new(StringComparer.Ordinal);

    /// <summary>Looks for the images of one particle file.</summary>
    /// <param name="metadataFile">The particle file.</param>
    /// <param name="searchRoots">Folders to look in first, in this order.</param>
    public ImagePathResolver(string metadataFile, IReadOnlyList<string> searchRoots)
    {
        ArgumentException.ThrowIfNullOrEmpty(metadataFile);
        ArgumentNullException.ThrowIfNull(searchRoots);
        _metadataFile = metadataFile;
        var metadataFolder = Path.GetDirectoryName(Path.GetFullPath(metadataFile)) ?? Path.GetFullPath(metadataFile);
        _folders = [.. searchRoots.Select(Path.GetFullPath), .. FolderAndParents(metadataFolder)];
        _folders = [.. _folders.Distinct(StringComparer.Ordinal)];
        _foldersBeside = [.. searchRoots.Select(Path.GetFullPath).Prepend(metadataFolder).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The full path of an image file, or null when it is nowhere to be found.</summary>
    /// <param name="imagePath">The path as the particle file writes it.</param>
    public string? Resolve(string imagePath)
    {
        ArgumentNullException.ThrowIfNull(imagePath);
        if (_found.TryGetValue(imagePath, out var known))
            return known;
        var resolved = Candidates(imagePath).FirstOrDefault(File.Exists);
        _found.Add(imagePath, resolved);
        return resolved;
    }

    /// <summary>Says where an image file was looked for, and what to set so that it is found.</summary>
    /// <param name="imagePath">The path as the particle file writes it.</param>
    public string DescribeFailure(string imagePath)
    {
        ArgumentNullException.ThrowIfNull(imagePath);
        var folders = Candidates(imagePath).Select(candidate => $"'{candidate}'");
        return $"{_metadataFile}: image file '{imagePath}' was not found; looked for {string.Join(", ", folders)}; "
            + "set `root` to the folder that the image paths are relative to (the project folder)";
    }

    private static IEnumerable<string> FolderAndParents(string folder)
    {
        for (var parent = new DirectoryInfo(folder); parent is not null; parent = parent.Parent)
            yield return parent.FullName;
    }

    private IEnumerable<string> Candidates(string imagePath)
    {
        // A path with a zero byte inside is no path; a damaged file may hold one.
        if (imagePath.Length == 0 || imagePath.Contains('\0', StringComparison.Ordinal))
            return [];
        if (imagePath[0] == '>')
            return _foldersBeside.Select(folder => Path.GetFullPath(imagePath[1..].TrimStart('/'), folder));
        return Path.IsPathFullyQualified(imagePath) ? [imagePath] : _folders.Select(folder => Path.GetFullPath(imagePath, folder));
    }
}
