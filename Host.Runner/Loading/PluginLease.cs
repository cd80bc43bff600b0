using Host.Abstractions.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace Host.Runner.Loading;

/// <summary>The right to use a loaded plug-in; it stays loaded until the lease is disposed.</summary>
/// <remarks>
/// Let go of every node, and of everything a node has returned, before disposing: what is still held keeps the plug-in in memory.
/// </remarks>
public sealed class PluginLease : IDisposable
{
    private IServiceScope? _scope;
    private Action? _end;

    internal PluginLease(PluginHandle plugin, IServiceScope scope, Action end)
    {
        Plugin = plugin;
        _scope = scope;
        _end = end;
    }

    /// <summary>Which build of which plug-in.</summary>
    public PluginHandle Plugin { get; }

    /// <summary>A new instance of a node.</summary>
    /// <param name="nodeId">Id of the node.</param>
    /// <exception cref="ArgumentException">The plug-in has no such node.</exception>
    public IJobNode CreateNode(string nodeId)
    {
        ObjectDisposedException.ThrowIf(_scope is null, this);
        return _scope.ServiceProvider.GetServices<IJobNode>().FirstOrDefault(node => node.Descriptor.Id == nodeId)
            ?? throw new ArgumentException($"{Plugin.Manifest.Id} has no node {nodeId}", nameof(nodeId));
    }

    /// <summary>Ends the lease; a second call does nothing.</summary>
    public void Dispose()
    {
        var end = Interlocked.Exchange(ref _end, null);
        if (end is null)
            return;
        Interlocked.Exchange(ref _scope, null)?.Dispose();
        end();
    }
}
