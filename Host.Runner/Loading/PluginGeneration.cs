using System.Runtime.CompilerServices;
using Host.Abstractions.Nodes;
using Host.Abstractions.Plugins;
using Microsoft.Extensions.DependencyInjection;

namespace Host.Runner.Loading;

/// <summary>One load of one build of a plug-in: its own load context and its own container.</summary>
/// <remarks>Once disposed it gives out no more leases; it is unloaded when the last one given out has ended.</remarks>
public sealed class PluginGeneration : IDisposable
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource<UnloadReport> _unloaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private PluginLoadContext? _context;
    private ServiceProvider? _services;
    private int _leaseCount;
    private bool _retired;

    private PluginGeneration(PluginHandle plugin, PluginLoadContext context, ServiceProvider services)
    {
        Plugin = plugin;
        _context = context;
        _services = services;
    }

    /// <summary>What is loaded.</summary>
    public PluginHandle Plugin { get; }

    /// <summary>Ends when the plug-in has left memory, or when it is certain that something keeps it there.</summary>
    public Task<UnloadReport> Unloaded => _unloaded.Task;

    /// <summary>Loads a plug-in from its copy in the cache and checks that it offers what its manifest says.</summary>
    /// <param name="plugin">A plug-in that has been read.</param>
    /// <param name="cache">Where the copy is kept.</param>
    /// <exception cref="PluginRefusedException">It does not load; nothing of it stays behind.</exception>
    public static PluginGeneration Load(PluginHandle plugin, PluginCache cache)
    {
        var entryAssembly = Path.Combine(cache.Store(plugin), plugin.Manifest.EntryAssembly);
        var context = new PluginLoadContext(entryAssembly);
        var reason = TryBuild(plugin.Manifest, context, out var services);
        if (reason is null)
            return new PluginGeneration(plugin, context, services!);
        context.Unload();
        throw new PluginRefusedException(new PluginRefusal(plugin.Folder, plugin.Manifest.Id, [reason]));
    }

    /// <summary>Keeps the plug-in loaded until the lease is disposed.</summary>
    /// <exception cref="ObjectDisposedException">The generation has been taken out of service.</exception>
    public PluginLease Lease()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_retired, this);
            _leaseCount++;
            return new PluginLease(Plugin, _services!.CreateScope(), EndLease);
        }
    }

    /// <summary>Takes the generation out of service; unloads it now or when the last lease ends.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_retired)
                return;
            _retired = true;
            if (_leaseCount > 0)
                return;
        }

        Unload();
    }

    private void EndLease()
    {
        lock (_lock)
        {
            _leaseCount--;
            if (!_retired || _leaseCount > 0)
                return;
        }

        Unload();
    }

    private void Unload()
    {
        var context = LetGo();
        _ = Task.Run(async () => _unloaded.SetResult(await UnloadProof.ProveAsync(Plugin, context).ConfigureAwait(false)));
    }

    // Apart and never inlined, so that no local of a caller keeps the context alive while its end is being proved.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference LetGo()
    {
        var context = _context!;
        _services!.Dispose();
        _services = null;
        _context = null;
        context.Unload();
        return new WeakReference(context, trackResurrection: true);
    }

    // Failures are handed on as text: an exception thrown by plug-in code would keep the plug-in in memory.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string? TryBuild(PluginManifest manifest, PluginLoadContext context, out ServiceProvider? services)
    {
        services = null;
        try
        {
            var type = context.LoadEntryAssembly().GetType(manifest.EntryType);
            if (type is null || !type.IsAssignableTo(typeof(INodePlugin)))
                return $"{manifest.EntryAssembly} has no plug-in class {manifest.EntryType}";
            var collection = new ServiceCollection();
            ((INodePlugin)Activator.CreateInstance(type)!).ConfigureServices(collection);
            services = collection.BuildServiceProvider();
            var difference = NodeDifference(manifest, services);
            if (difference is null)
                return null;
            services.Dispose();
            return difference;
        }
        catch (Exception failure)
        {
            services?.Dispose();
            var cause = failure.GetBaseException();
            return $"it does not load: {cause.GetType().Name}: {cause.Message}";
        }
    }

    private static string? NodeDifference(PluginManifest manifest, ServiceProvider services)
    {
        using var scope = services.CreateScope();
        var offered = Names(scope.ServiceProvider.GetServices<IJobNode>().Select(node => node.Descriptor));
        var listed = Names(manifest.Nodes);
        return offered == listed ? null : $"it offers the nodes [{offered}], its manifest lists [{listed}]; pack again";
    }

    private static string Names(IEnumerable<NodeDescriptor> nodes) =>
        string.Join(
            ", ", nodes.Select(node => FormattableString.Invariant($"{node.Id} revision {node.Revision}")).Order(StringComparer.Ordinal));
}
