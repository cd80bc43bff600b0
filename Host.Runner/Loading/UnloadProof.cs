namespace Host.Runner.Loading;

/// <summary>Proves that a load context is gone.</summary>
internal static class UnloadProof
{
    private const int MaximumCollectionCount = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Collects until nothing refers to the context any more, or gives up.</summary>
    /// <param name="plugin">What was loaded, for the report.</param>
    /// <param name="context">The context, whose unloading has begun.</param>
    public static async Task<UnloadReport> ProveAsync(PluginHandle plugin, WeakReference context)
    {
        for (var collection = 1; collection <= MaximumCollectionCount; collection++)
        {
            Collect();
            if (!context.IsAlive)
                return new UnloadReport(plugin, UnloadOutcome.Unloaded, collection);
            await Task.Delay(Pause).ConfigureAwait(false);
        }

        return new UnloadReport(plugin, UnloadOutcome.StillAlive, MaximumCollectionCount);
    }

    private static void Collect()
    {
        // A context goes in two steps: its finaliser lets go of the native part, the next collection takes the rest. Only a forced
        // collection tells "gone" from "not collected yet", and it happens once per plug-in replaced, not while jobs compute.
#pragma warning disable RS0030
        GC.Collect();
        GC.WaitForPendingFinalizers();
#pragma warning restore RS0030
    }
}
