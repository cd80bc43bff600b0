namespace Host.Runner.Loading;

/// <summary>Whether a plug-in that was taken out of service has really left memory.</summary>
/// <param name="Plugin">Which build of which plug-in.</param>
/// <param name="Outcome">Gone, or kept alive by something.</param>
/// <param name="CollectionCount">Garbage collections it took, or that were tried.</param>
public sealed record UnloadReport(PluginHandle Plugin, UnloadOutcome Outcome, int CollectionCount)
{
    /// <summary>The report in one line.</summary>
    public override string ToString() => Outcome == UnloadOutcome.Unloaded
        ? $"{Plugin.Manifest.Id} {Plugin.Manifest.Version} unloaded"
        : FormattableString.Invariant(
            $"{Plugin.Manifest.Id} {Plugin.Manifest.Version} is still in memory after {CollectionCount} collections")
            + ": it left a thread, a timer or a static reference behind";
}
