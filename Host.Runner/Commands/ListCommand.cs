using Host.Runner.Loading;

namespace Host.Runner.Commands;

/// <summary>`list`: the installed nodes by plug-in, and the plug-ins that were refused; from manifests alone.</summary>
internal static class ListCommand
{
    public static ExitCode Run(PluginCatalog catalog, HostConsole console)
    {
        foreach (var plugin in catalog.Plugins)
        {
            console.Output.WriteLine($"{plugin.Manifest.Id} {plugin.Manifest.Version}: {plugin.Manifest.Description}");
            var rows = plugin.Manifest.Nodes.Select(node => (IReadOnlyList<string>)[node.Id, node.Summary]).ToList();
            TextTable.Write(console.Output, rows, "  ", console.WidthColumns);
            console.Output.WriteLine();
        }

        if (catalog.Plugins.Count == 0)
            console.Output.WriteLine("no plug-ins are installed; name their folder with --plugins DIR");
        InstalledNodes.WriteRefusals(console.Output, catalog.Refusals);
        return catalog.Refusals.Count == 0 ? ExitCode.Ok : ExitCode.PluginRefused;
    }
}
