using Host.Runner.Workflows;

namespace Host.Runner.Datasets;

/// <summary>Says why a file is not there, as far as can be seen.</summary>
internal static class MissingFile
{
    /// <summary>What is wrong, and what may be meant.</summary>
    /// <param name="path">Absolute path at which there is no file.</param>
    public static (string Message, string Hint) Describe(string path)
    {
        if (Directory.Exists(path))
            return ($"'{path}' is a folder; a file is expected", "name a file in it");
        var folder = Path.GetDirectoryName(path);
        if (folder is not null && Directory.Exists(folder))
            return ($"'{path}' does not exist", NearIn(folder, Path.GetFileName(path)));
        for (var parent = folder; parent is not null; parent = Path.GetDirectoryName(parent))
        {
            if (Directory.Exists(parent))
                return ($"'{path}' does not exist", $"there is nothing below '{parent}' on the way to it; check the path");
        }

        return ($"'{path}' does not exist", "check the path");
    }

    private static string NearIn(string folder, string name)
    {
        try
        {
            var names = Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);
            return Nearest.To(name, names) is not { } near ? "check the path" : $"did you mean '{near}'?";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"its folder cannot be listed ({failure.Message}); check its permissions";
        }
    }
}
