namespace Host.Runner.Execution;

/// <summary>Everything a step's result depends on.</summary>
/// <remarks>
/// The plug-in enters with its version and the node with its revision, not with the hash of the build: a rebuild that changes a comment
/// must not throw a night's results away, and raising the revision is how an author says that results may differ.
/// </remarks>
public sealed record JobIngredients
{
    /// <summary>Id of the node.</summary>
    public required string Node { get; init; }

    /// <summary>Its revision.</summary>
    public required int Revision { get; init; }

    /// <summary>Id of the plug-in.</summary>
    public required string PluginId { get; init; }

    /// <summary>Its version.</summary>
    public required string PluginVersion { get; init; }

    /// <summary>Every parameter, with where its value comes from.</summary>
    public required IReadOnlyList<JobParameter> Parameters { get; init; }

    /// <summary>The seed; 0 for a node that uses none.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Everything connected, in the order of the node's inputs.</summary>
    public required IReadOnlyList<JobInput> Inputs { get; init; }
}
