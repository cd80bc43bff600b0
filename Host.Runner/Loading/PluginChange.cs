namespace Host.Runner.Loading;

/// <summary>What a refresh did with one plug-in.</summary>
/// <param name="PluginId">Id of the plug-in.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Reason">Why, where a new build cannot be used; otherwise empty.</param>
public sealed record PluginChange(string PluginId, PluginChangeKind Kind, string Reason = "");
