using Host.Runner.Loading;

namespace Host.Runner.Execution;

/// <summary>Holds on to the builds of plug-ins that a workflow uses, so that all its steps are planned and run by the same.</summary>
internal sealed class PluginLeases : IDisposable
{
    private readonly PluginHost _plugins;
    private readonly Dictionary<string, PluginLease> _leases = new(StringComparer.Ordinal);

    public PluginLeases(PluginHost plugins) => _plugins = plugins;

    /// <summary>The lease of a plug-in, taken when it is first asked for.</summary>
    /// <exception cref="PluginRefusedException">It does not load.</exception>
    public PluginLease Of(string pluginId)
    {
        if (!_leases.TryGetValue(pluginId, out var lease))
            _leases.Add(pluginId, lease = _plugins.Lease(pluginId));
        return lease;
    }

    public void Dispose()
    {
        foreach (var lease in _leases.Values)
            lease.Dispose();
        _leases.Clear();
    }
}
