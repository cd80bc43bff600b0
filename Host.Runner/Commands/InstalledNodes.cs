using Host.Runner.Loading;
using Host.Runner.Workflows;

namespace Host.Runner.Commands;

/// <summary>The nodes of all plug-ins in service, as workflows see them.</summary>
public static class InstalledNodes
{
    /// <summary>The table of a catalog.</summary>
    /// <param name="catalog">The plug-ins.</param>
    public static NodeTable Of(PluginCatalog catalog) =>
        new(catalog.Plugins.SelectMany(plugin => plugin.Manifest.Nodes.Select(node => new NodeOffer(plugin.Manifest.Id, node))));

    /// <summary>Writes the plug-ins that were refused, with all reasons.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="refusals">The refusals.</param>
    public static void WriteRefusals(TextWriter output, IReadOnlyList<PluginRefusal> refusals)
    {
        foreach (var refusal in refusals)
        {
            output.WriteLine($"refused: {(refusal.PluginId.Length > 0 ? $"{refusal.PluginId} in " : "")}{refusal.Folder}");
            foreach (var reason in refusal.Reasons)
                output.WriteLine($"  - {reason}");
        }
    }
}
