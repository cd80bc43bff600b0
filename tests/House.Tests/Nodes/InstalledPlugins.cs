using Host.Runner.Loading;

namespace House.Tests.Nodes;

/// <summary>The plug-ins as the build packed and installed them.</summary>
internal static class InstalledPlugins
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "plugins");

    public static PluginCatalog Catalog() => PluginCatalog.Scan([Folder]);
}
