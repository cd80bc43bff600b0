using Host.Abstractions.Nodes;

namespace Host.Runner.Workflows;

/// <summary>One step of a workflow, checked against the node's descriptor.</summary>
public sealed record ResolvedStep
{
    /// <summary>Name in the workflow.</summary>
    public required string Name { get; init; }

    /// <summary>The node's descriptor, from the manifest of the plug-in that offers it.</summary>
    public required NodeDescriptor Node { get; init; }

    /// <summary>Id of the plug-in that offers the node.</summary>
    public required string PluginId { get; init; }

    /// <summary>Every parameter of the node, in descriptor order, defaults included.</summary>
    public required IReadOnlyList<ResolvedParameter> Parameters { get; init; }

    /// <summary>The step's seed, 0 unless given.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Input name to what is connected, in order.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<DataReference>> Inputs { get; init; }

    /// <summary>Where the step is written.</summary>
    public required SourceLocation Location { get; init; }
}
