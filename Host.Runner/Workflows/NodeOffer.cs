using Host.Abstractions.Nodes;

namespace Host.Runner.Workflows;

/// <summary>A node and the plug-in that offers it.</summary>
/// <param name="PluginId">Id of the plug-in.</param>
/// <param name="Node">The node's descriptor.</param>
public sealed record NodeOffer(string PluginId, NodeDescriptor Node);
