namespace SingleParticle.Formats;

/// <summary>Writes a file so that it appears complete or not at all.</summary>
public static class AtomicFile
{
    private const int BufferBytes = 1 << 16;

    /// <summary>
    /// Writes under a temporary name in the same folder, then renames; a failed write leaves no trace and the old file as it was.
    /// </summary>
    /// <param name="path">File to write; missing folders are made.</param>
    /// <param name="write">Writes the content.</param>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        var fullPath = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(fullPath) ?? throw new ArgumentException($"{path} is a folder, not a file", nameof(path));
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, FormattableString.Invariant($".{Path.GetFileName(fullPath)}.{Environment.ProcessId}.partial"));
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, BufferBytes))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, fullPath, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
