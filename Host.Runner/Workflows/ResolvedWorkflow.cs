namespace Host.Runner.Workflows;

/// <summary>A workflow that has been read, had its parameters put in and been checked against the installed nodes.</summary>
public sealed record ResolvedWorkflow
{
    /// <summary>Name of the workflow.</summary>
    public required string Name { get; init; }

    /// <summary>Absolute path of its file.</summary>
    public required string FilePath { get; init; }

    /// <summary>Sources by appearance.</summary>
    public required IReadOnlyList<ResolvedSource> Sources { get; init; }

    /// <summary>Steps in an order in which each comes after everything it needs.</summary>
    public required IReadOnlyList<ResolvedStep> Steps { get; init; }

    /// <summary>Outputs by appearance.</summary>
    public required IReadOnlyList<ResolvedExport> Exports { get; init; }
}
