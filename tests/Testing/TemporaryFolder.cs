namespace Testing;

/// <summary>A folder of a test's own, removed when the test ends.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plugins-test-");

    /// <summary>Full path of the folder.</summary>
    public string FullPath => _folder.FullName;

    /// <summary>Full path of something in the folder.</summary>
    /// <param name="relativePath">Path below the folder.</param>
    public string File(string relativePath) => Path.Combine(FullPath, relativePath);

    /// <summary>Writes a text file, with its folder where necessary.</summary>
    /// <param name="relativePath">Path below the folder.</param>
    /// <param name="text">Content.</param>
    /// <returns>Full path of the file.</returns>
    public string Write(string relativePath, string text)
    {
        var path = File(relativePath);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Removes the folder with everything in it.</summary>
    public void Dispose() => _folder.Delete(recursive: true);
}
