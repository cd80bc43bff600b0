namespace SingleParticle.Particles.Star;

/// <summary>Image paths as written into a STAR file.</summary>
internal static class StarImagePaths
{
    /// <summary>Paths relative to the folder of a file being written, with forward slashes.</summary>
    /// <param name="starFile">The file being written.</param>
    /// <param name="imageFiles">Resolved paths of the stacks.</param>
    public static string[] Below(string starFile, IReadOnlyList<string> imageFiles)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(starFile)) ?? Path.GetFullPath(starFile);
        return [.. imageFiles.Select(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'))];
    }
}
