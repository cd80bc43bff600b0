using Host.Runner.Loading;

namespace Host.Packer;

/// <summary>Tells which files of a build output folder a plug-in consists of.</summary>
internal static class BuildOutput
{
    /// <summary>Paths relative to the folder, with forward slashes, in ordinal order.</summary>
    /// <remarks>
    /// Left out: assemblies that come from the host (carried along they would be a second, incompatible contract), documentation of
    /// assemblies, and the runtime configuration, which only programs need.
    /// </remarks>
    /// <param name="folder">Build output.</param>
    public static IReadOnlyList<string> FilesOf(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(path => !IsLeftOut(folder, path))
            .Order(StringComparer.Ordinal),
    ];

    private static bool IsLeftOut(string folder, string path)
    {
        var name = Path.GetFileName(path);
        var isShared = PluginLoadContext.SharedAssemblyNames.Contains(Path.GetFileNameWithoutExtension(name));
        var isDocumentation = name.EndsWith(".xml", StringComparison.Ordinal)
            && File.Exists(Path.Combine(folder, Path.ChangeExtension(path, ".dll")));
        var isRuntimeConfiguration = name.EndsWith(".runtimeconfig.json", StringComparison.Ordinal)
            || name.EndsWith(".runtimeconfig.dev.json", StringComparison.Ordinal);
        return isShared || isDocumentation || isRuntimeConfiguration;
    }
}
