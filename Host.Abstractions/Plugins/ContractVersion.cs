namespace Host.Abstractions.Plugins;

/// <summary>Version of the job-node contract that this assembly defines.</summary>
/// <remarks>
/// The minor number rises when something is added, the major number when something that plug-ins rely on changes. A manifest names the
/// range a plug-in works with, `[1.0, 2.0)`; it is checked before any code of the plug-in is loaded.
/// </remarks>
public static class ContractVersion
{
    /// <summary>The version of this assembly's contract.</summary>
    public static Version Current { get; } = new(1, 0);
}
