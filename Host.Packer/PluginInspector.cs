using System.Reflection;
using Host.Abstractions.Nodes;
using Host.Abstractions.Plugins;
using Host.Runner.Loading;
using Microsoft.Extensions.DependencyInjection;

namespace Host.Packer;

/// <summary>Loads an assembled plug-in folder as a host would and asks its nodes to describe themselves.</summary>
internal static class PluginInspector
{
    /// <summary>Descriptors of all nodes, in ordinal order of their ids.</summary>
    /// <param name="folder">The assembled folder.</param>
    /// <param name="manifest">The author's manifest part.</param>
    /// <exception cref="PackingException">The plug-in cannot be loaded, or is not what the manifest says.</exception>
    public static IReadOnlyList<NodeDescriptor> Describe(string folder, AuthorManifest manifest)
    {
        var path = Path.Combine(folder, manifest.Content.EntryAssembly);
        if (!File.Exists(path))
            throw new PackingException(manifest.Problem(
                "entry_assembly", "PACK06", $"entry_assembly {manifest.Content.EntryAssembly} is not in the build output"));
        var context = new PluginLoadContext(path);
        try
        {
            var assembly = context.LoadEntryAssembly();
            CheckVersion(assembly, manifest);
            return Describe(EntryPoint(assembly, manifest));
        }
        catch (Exception failure) when (failure is not PackingException)
        {
            var cause = failure.GetBaseException();
            throw new PackingException(
                manifest.Problem("entry_type", "PACK10", $"the plug-in does not load: {cause.GetType().Name}: {cause.Message}"));
        }
        finally
        {
            context.Unload();
        }
    }

    private static void CheckVersion(Assembly assembly, AuthorManifest manifest)
    {
        var informational = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        var version = informational.Split('+')[0];
        if (version != manifest.Content.Version)
            throw new PackingException(
                manifest.Problem("version", "PACK07", $"version is {manifest.Content.Version}, but the assembly says {version}"));
    }

    private static INodePlugin EntryPoint(Assembly assembly, AuthorManifest manifest)
    {
        var type = assembly.GetType(manifest.Content.EntryType);
        if (type is null)
        {
            var candidates = assembly.GetTypes().Where(candidate => candidate.IsAssignableTo(typeof(INodePlugin)))
                .Select(candidate => candidate.FullName).ToList();
            var hint = candidates.Count > 0
                ? $"; the assembly offers {string.Join(", ", candidates)}"
                : "; the assembly has no type that implements INodePlugin";
            throw new PackingException(
                manifest.Problem("entry_type", "PACK08", $"entry_type {manifest.Content.EntryType} does not exist{hint}"));
        }

        if (!type.IsPublic || type.IsAbstract || !type.IsAssignableTo(typeof(INodePlugin)) || type.GetConstructor(Type.EmptyTypes) is null)
            throw new PackingException(manifest.Problem(
                "entry_type",
                "PACK08",
                $"entry_type {type.FullName} must be a public class with a parameterless constructor that implements INodePlugin"));
        return (INodePlugin)Activator.CreateInstance(type)!;
    }

    private static IReadOnlyList<NodeDescriptor> Describe(INodePlugin plugin)
    {
        var services = new ServiceCollection();
        plugin.ConfigureServices(services);
        using var provider = services.BuildServiceProvider();
        return [.. provider.GetServices<IJobNode>().Select(node => node.Descriptor).OrderBy(node => node.Id, StringComparer.Ordinal)];
    }
}
