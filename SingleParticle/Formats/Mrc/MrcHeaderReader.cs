namespace SingleParticle.Formats.Mrc;

/// <summary>Reads the header of an MRC file and nothing else.</summary>
public static class MrcHeaderReader
{
    /// <summary>Reads the header of a map, volume or image stack, also when packed with gzip or bzip2.</summary>
    /// <param name="path">The file.</param>
    /// <remarks>Does not look at the samples: a header of an unreadable mode is returned, and the file's length is not checked.</remarks>
    /// <exception cref="DataFileException">The file is shorter than its header, or sizes, mode or axes are impossible.</exception>
    public static MrcHeader Read(string path)
    {
        using var source = MrcSource.Open(path);
        return source.Header;
    }
}
