using Host.Abstractions.Plugins;
using Host.Runner.Loading;

namespace Host.Runner.Tests.Loading;

/// <summary>The really built plug-ins of tests/PluginFixtures.</summary>
internal static class Fixtures
{
    public static string PluginFolder(string project) => Path.Combine(AppContext.BaseDirectory, "plugins", project);

    public static string BuildOutput(string project) =>
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", project, ConfigurationName));

    public static string ConfigurationName => Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    /// <summary>Copies a packed plug-in, as someone who installs it does.</summary>
    public static void Install(string project, string folder)
    {
        var source = PluginFolder(project);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    /// <summary>Rewrites the manifest of an installed plug-in.</summary>
    public static void Change(string folder, Func<PluginManifest, PluginManifest> change)
    {
        var path = Path.Combine(folder, PluginManifestJson.FileName);
        File.WriteAllBytes(path, PluginManifestJson.Write(change(PluginManifestJson.Read(File.ReadAllBytes(path)))));
    }

    public static PluginFile Listed(string folder, string path) => new(path, FileHash.OfFile(Path.Combine(folder, path)));
}
