using Host.Runner.Loading;

namespace Host.Runner.Execution;

/// <summary>Holds on to the builds of plug-ins that a workflow uses, so that all its steps are planned and run by the same.</summary>
internal sealed class PluginLeases : IDisposable
{
    private readonly PluginHost _plugins;
    private readonly Dictionary<string, PluginLease> _leases = new(StringComparer.Ordinal);

    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);

    public PluginLeases(PluginHost plugins) => _plugins = plugins;

    /// <summary>The lease of a plug-in, taken when it is first asked for.</summary>
    /// <exception cref="PluginRefusedException">It does not load.</exception>
    public PluginLease Of(string pluginId)
    {
        if (!_leases.TryGetValue(pluginId, out var lease))
            _leases.Add(pluginId, lease = _plugins.Lease(pluginId));
        return lease;
    }

    /// <summary>The lease of a plug-in, or null when it does not load, which is told once however many steps need it.</summary>
    public PluginLease? TryOf(string pluginId, Action<string> refused)
    {
        if (_refused.Contains(pluginId))
            return null;
        try
        {
            return Of(pluginId);
        }
        catch (Exception refusal) when (refusal is PluginRefusedException or ArgumentException)
        {
            _refused.Add(pluginId);
            refused(refusal.Message);
            return null;
        }
    }

    public void Dispose()
    {
        foreach (var lease in _leases.Values)
            lease.Dispose();
        _leases.Clear();
    }
}
