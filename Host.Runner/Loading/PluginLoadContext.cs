using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Host.Abstractions.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Host.Runner.Loading;

/// <summary>Loads the assemblies of one plug-in, apart from those of every other and of the host, and can be unloaded as a whole.</summary>
/// <remarks>
/// Shared with the host are the contract, the two abstractions that it is written in, and the .NET runtime itself. Everything else comes
/// from the plug-in's folder, so two plug-ins may carry different versions of one library; an assembly that the folder lacks is an error
/// even when the host happens to have one of that name.
/// </remarks>
public sealed class PluginLoadContext : AssemblyLoadContext
{
    private static readonly IReadOnlyDictionary<string, Assembly> Shared =
        new[] { typeof(IJobNode).Assembly, typeof(IServiceCollection).Assembly, typeof(ILogger).Assembly }
            .ToDictionary(assembly => assembly.GetName().Name!);

    private readonly AssemblyDependencyResolver _resolver;
    private readonly string _entryAssemblyPath;

    /// <summary>Prepares to load; nothing is loaded yet.</summary>
    /// <param name="entryAssemblyPath">Absolute path of the plug-in's entry assembly; its `.deps.json` beside it says where the rest
    /// is.</param>
    public PluginLoadContext(string entryAssemblyPath)
        : base(Path.GetFileNameWithoutExtension(entryAssemblyPath), isCollectible: true)
    {
        _entryAssemblyPath = entryAssemblyPath;
        _resolver = new AssemblyDependencyResolver(entryAssemblyPath);
    }

    /// <summary>Simple names of the assemblies that plug-ins take from the host; a plug-in folder must not carry them.</summary>
    public static IEnumerable<string> SharedAssemblyNames => Shared.Keys;

    /// <summary>Loads the entry assembly.</summary>
    public Assembly LoadEntryAssembly() => LoadFromAssemblyPath(_entryAssemblyPath);

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (Shared.TryGetValue(assemblyName.Name!, out var shared))
            return shared;
        if (_resolver.ResolveAssemblyToPath(assemblyName) is { } path)
            return LoadFromAssemblyPath(path);
        if (!string.IsNullOrEmpty(assemblyName.CultureName) || IsPartOfRuntime(assemblyName))
            return null;
        // Null, and a FileNotFoundException as well, would let the host's own copy in, of whatever version it happens to have.
        throw new FileLoadException(
            $"{Name} needs the assembly {assemblyName}, which is not in its folder {Path.GetDirectoryName(_entryAssemblyPath)}; "
            + "pack the plug-in again");
    }

    /// <inheritdoc/>
    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : IntPtr.Zero;

    private static bool IsPartOfRuntime(AssemblyName assemblyName) =>
        File.Exists(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), assemblyName.Name + ".dll"));
}
