namespace SingleParticle.Particles.Cs;

/// <summary>blob/path for a file in another folder: relative to that file, with the leading &gt; that says so.</summary>
internal static class CsImagePathColumn
{
    /// <summary>The column.</summary>
    /// <param name="path">File to be written.</param>
    /// <param name="imageFiles">Full paths of the image files.</param>
    /// <param name="fileIndices">Image file of each particle.</param>
    /// <param name="rows">Particles to write.</param>
    public static CsNewColumn RelativeTo(string path, IReadOnlyList<string> imageFiles, int[] fileIndices, int[] rows)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var texts = imageFiles.Select(file => ">" + Path.GetRelativePath(folder, file).Replace('\\', '/'));
        return CsColumnSource.Text("blob/path", texts, updateIndex => fileIndices[rows[updateIndex]]);
    }
}
