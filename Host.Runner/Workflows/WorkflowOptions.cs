namespace Host.Runner.Workflows;

/// <summary>What is said about a workflow outside its file, on the command line for instance.</summary>
public sealed record WorkflowOptions
{
    /// <summary>Overrides as `params.NAME=VALUE` or `steps.STEP.params.NAME=VALUE`; a later one wins over an earlier one.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>Seed of every step that uses one: outranks the file, not an override of the step; null for none.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Folder against which the paths of outputs are resolved; absolute.</summary>
    public string OutputFolder { get; init; } = Directory.GetCurrentDirectory();
}
