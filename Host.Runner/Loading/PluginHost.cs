namespace Host.Runner.Loading;

/// <summary>Keeps for every plug-in the build in service, loads it when first needed and replaces it while jobs run.</summary>
/// <remarks>Safe for use from several threads. A lease taken before a refresh goes on with the build it was taken from.</remarks>
public sealed class PluginHost : IDisposable
{
    private readonly IReadOnlyList<string> _folders;
    private readonly PluginCache _cache;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, PluginService> _services = new(StringComparer.Ordinal);
    private readonly List<Task<UnloadReport>> _unloading = [];
    private PluginCatalog _catalog;

    private PluginHost(IReadOnlyList<string> folders, PluginCache cache)
    {
        _folders = folders;
        _cache = cache;
        _catalog = PluginCatalog.Scan(folders);
        foreach (var plugin in _catalog.Plugins)
            _services.Add(plugin.Manifest.Id, new PluginService(plugin));
    }

    /// <summary>What is in service, and what was refused and why.</summary>
    public PluginCatalog Catalog
    {
        get
        {
            lock (_lock)
                return _catalog;
        }
    }

    /// <summary>Reads the plug-in folders; loads nothing yet.</summary>
    /// <param name="folders">Folders of plug-in folders, the most important first.</param>
    /// <param name="cache">Where loaded builds are kept.</param>
    public static PluginHost Open(IReadOnlyList<string> folders, PluginCache cache) => new(folders, cache);

    /// <summary>Uses the build in service of a plug-in, loading it when that has not been done yet.</summary>
    /// <param name="pluginId">Id of the plug-in.</param>
    /// <exception cref="ArgumentException">There is no such plug-in.</exception>
    /// <exception cref="PluginRefusedException">It does not load.</exception>
    public PluginLease Lease(string pluginId)
    {
        lock (_lock)
        {
            if (!_services.TryGetValue(pluginId, out var service))
                throw new ArgumentException(
                    $"no plug-in {pluginId} is installed; installed are {string.Join(", ", _services.Keys)}", nameof(pluginId));
            service.Generation ??= PluginGeneration.Load(service.Plugin, _cache);
            return service.Generation.Lease();
        }
    }

    /// <summary>Reads the folders again and puts new builds into service; one that cannot be used leaves the former one there.</summary>
    /// <param name="cancel">Stops before anything is changed.</param>
    public Task<IReadOnlyList<PluginChange>> RefreshAsync(CancellationToken cancel) => Task.Run(Refresh, cancel);

    /// <summary>Waits until every build taken out of service has left memory, or is known to be stuck there.</summary>
    public async Task<IReadOnlyList<UnloadReport>> WhenUnloadedAsync()
    {
        Task<UnloadReport>[] unloading;
        lock (_lock)
            unloading = [.. _unloading];
        return await Task.WhenAll(unloading).ConfigureAwait(false);
    }

    /// <summary>Takes every plug-in out of service; each is unloaded when its last job ends.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var service in _services.Values)
                Retire(service);
            _services.Clear();
        }
    }

    private IReadOnlyList<PluginChange> Refresh()
    {
        var found = PluginCatalog.Scan(_folders);
        lock (_lock)
        {
            var refusals = found.Refusals.ToList();
            var changes = found.Plugins.Select(plugin => TakeIn(plugin, refusals)).OfType<PluginChange>().ToList();
            var present = found.Plugins.Select(plugin => plugin.Manifest.Id).ToHashSet(StringComparer.Ordinal);
            foreach (var id in _services.Keys.Where(id => !present.Contains(id)).ToList())
                changes.Add(TakeOut(id, found.Refusals));
            _catalog = PluginCatalog.Of(InService(found.Plugins.Select(plugin => plugin.Manifest.Id)), refusals);
            return changes;
        }
    }

    private IEnumerable<PluginHandle> InService(IEnumerable<string> foundIds) =>
        foundIds.Concat(_services.Keys.Order(StringComparer.Ordinal)).Distinct().Select(id => _services[id].Plugin);

    private PluginChange? TakeIn(PluginHandle plugin, List<PluginRefusal> refusals)
    {
        var id = plugin.Manifest.Id;
        if (!_services.TryGetValue(id, out var service))
        {
            _services.Add(id, new PluginService(plugin));
            return new PluginChange(id, PluginChangeKind.Added);
        }

        if (service.Plugin.ContentHash == plugin.ContentHash)
            return null;
        try
        {
            // A plug-in never used so far is not loaded for being replaced.
            var next = new PluginService(plugin) { Generation = service.Generation is null ? null : PluginGeneration.Load(plugin, _cache) };
            Retire(service);
            _services[id] = next;
            return new PluginChange(id, PluginChangeKind.Replaced);
        }
        catch (PluginRefusedException refused)
        {
            refusals.Add(refused.Refusal);
            return new PluginChange(id, PluginChangeKind.FormerKept, string.Join("; ", refused.Refusal.Reasons));
        }
    }

    private PluginChange TakeOut(string id, IReadOnlyList<PluginRefusal> refusals)
    {
        var service = _services[id];
        var refusal = refusals.FirstOrDefault(refusal => refusal.Folder == service.Plugin.Folder || refusal.PluginId == id);
        if (refusal is not null && service.Generation is not null)
            return new PluginChange(id, PluginChangeKind.FormerKept, string.Join("; ", refusal.Reasons));
        Retire(service);
        _services.Remove(id);
        return new PluginChange(id, PluginChangeKind.Removed, refusal is null ? "" : string.Join("; ", refusal.Reasons));
    }

    private void Retire(PluginService service)
    {
        if (service.Generation is not { } generation)
            return;
        generation.Dispose();
        _unloading.Add(generation.Unloaded);
    }

    private sealed class PluginService(PluginHandle plugin)
    {
        public PluginHandle Plugin { get; } = plugin;

        public PluginGeneration? Generation { get; set; }
    }
}
