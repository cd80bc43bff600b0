namespace SingleParticle.Formats.Star;

/// <summary>Reads STAR files of any size in one pass, keeping every value as written.</summary>
/// <remarks>
/// Reads what programs of the field write: rows of one line each, tabs, blank lines, comments, quotes, labels with or without #n,
/// blocks in any order, single values as well as loops.
/// </remarks>
public static class StarReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">STAR file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="DataFileException">The file is missing, cannot be opened, or is no STAR file.</exception>
    public static StarDocument Read(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var stream = Open(path);
        return Read(stream, path, cancellationToken);
    }

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">Stream to read from its position to its end.</param>
    /// <param name="name">Name of the file for messages.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="DataFileException">It is no STAR file.</exception>
    public static StarDocument Read(Stream stream, string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var lines = new StarLineReader(stream);
        var parser = new StarParser(name);
        while (lines.TryRead(out var line))
        {
            if (lines.Line % 4096 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            parser.Take(line, lines.Line);
        }

        return parser.Finish();
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataFileException(path, "", "there is no such file; check the path", exception);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw new DataFileException(
                path, "", $"it cannot be opened ({exception.Message}); check its permissions and that it is a file", exception);
        }
    }
}
