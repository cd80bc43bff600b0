using System.Text;
using SingleParticle.Formats.Cs;

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
        var texts = imageFiles.Select(file => Encoding.UTF8.GetBytes(">" + Path.GetRelativePath(folder, file).Replace('\\', '/'))).ToArray();
        var width = texts.Select(text => text.Length).DefaultIfEmpty(1).Max();
        return new CsNewColumn("blob/path", CsElementType.Text(width), [], (updateIndex, value) =>
        {
            value.Clear();
            texts[fileIndices[rows[updateIndex]]].CopyTo(value);
        });
    }
}
