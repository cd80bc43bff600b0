using Host.Abstractions.Plugins;

namespace Host.Runner.Loading;

/// <summary>The plug-ins found in the plug-in folders and the nodes they offer, known from their manifests alone.</summary>
public sealed class PluginCatalog
{
    private PluginCatalog(IReadOnlyList<PluginHandle> plugins, IReadOnlyList<PluginRefusal> refusals)
    {
        Plugins = plugins;
        Refusals = refusals;
        PluginOfNode = plugins
            .SelectMany(plugin => plugin.Manifest.Nodes.Select(node => (node.Id, Plugin: plugin)))
            .ToDictionary(pair => pair.Id, pair => pair.Plugin, StringComparer.Ordinal);
    }

    /// <summary>Plug-ins taken, in the order in which they were found.</summary>
    public IReadOnlyList<PluginHandle> Plugins { get; }

    /// <summary>Folders not taken, with all reasons.</summary>
    public IReadOnlyList<PluginRefusal> Refusals { get; }

    /// <summary>Node id to the plug-in that offers it.</summary>
    public IReadOnlyDictionary<string, PluginHandle> PluginOfNode { get; }

    /// <summary>Reads every plug-in folder below the given ones.</summary>
    /// <remarks>
    /// Sub-folders are taken in ordinal order; names that start with a dot, and folders still being assembled, are passed over. A folder
    /// that itself holds a manifest is one plug-in.
    /// </remarks>
    /// <param name="folders">Folders of plug-in folders, the most important first.</param>
    public static PluginCatalog Scan(IReadOnlyList<string> folders)
    {
        var plugins = new List<PluginHandle>();
        var refusals = new List<PluginRefusal>();
        foreach (var folder in folders.Select(Path.GetFullPath).Distinct(StringComparer.Ordinal))
        {
            if (!Directory.Exists(folder))
                refusals.Add(new PluginRefusal(folder, "", ["the folder does not exist"]));
            foreach (var candidate in Candidates(folder))
                Read(candidate, plugins, refusals);
        }

        return Of(plugins, refusals);
    }

    /// <summary>A catalog of plug-ins already read; one that repeats the id or a node of an earlier one is refused.</summary>
    /// <param name="plugins">Plug-ins, the most important first.</param>
    /// <param name="refusals">Folders refused already.</param>
    public static PluginCatalog Of(IEnumerable<PluginHandle> plugins, IEnumerable<PluginRefusal> refusals)
    {
        var taken = new List<PluginHandle>();
        var refused = refusals.ToList();
        foreach (var plugin in plugins)
        {
            var reasons = Clashes(plugin, taken).ToList();
            if (reasons.Count == 0)
                taken.Add(plugin);
            else
                refused.Add(new PluginRefusal(plugin.Folder, plugin.Manifest.Id, reasons));
        }

        return new PluginCatalog(taken, refused);
    }

    private static IEnumerable<string> Candidates(string folder)
    {
        if (!Directory.Exists(folder))
            return [];
        return File.Exists(Path.Combine(folder, PluginManifestJson.FileName))
            ? [folder]
            : Directory.EnumerateDirectories(folder).Where(path => !IsPassedOver(Path.GetFileName(path))).Order(StringComparer.Ordinal);
    }

    private static bool IsPassedOver(string name) =>
        name.StartsWith('.') || name.EndsWith(".partial", StringComparison.Ordinal) || name.EndsWith(".former", StringComparison.Ordinal);

    private static void Read(string folder, List<PluginHandle> plugins, List<PluginRefusal> refusals)
    {
        try
        {
            plugins.Add(PluginFolderReader.Read(folder));
        }
        catch (PluginRefusedException refused)
        {
            refusals.Add(refused.Refusal);
        }
    }

    private static IEnumerable<string> Clashes(PluginHandle plugin, List<PluginHandle> taken)
    {
        if (taken.Find(other => other.Manifest.Id == plugin.Manifest.Id) is { } twin)
            yield return $"{plugin.Manifest.Id} is already taken from {twin.Folder}; remove one of the two";
        foreach (var node in plugin.Manifest.Nodes)
        {
            if (taken.Find(other => other.Manifest.Nodes.Any(taken => taken.Id == node.Id)) is { } owner
                && owner.Manifest.Id != plugin.Manifest.Id)
                yield return $"the node {node.Id} is already offered by {owner.Manifest.Id} in {owner.Folder}";
        }
    }
}
