using Host.Abstractions.Running;
using Host.Runner.Workflows;

namespace Host.Runner.Execution;

/// <summary>What came of running a workflow.</summary>
public sealed record RunOutcome
{
    /// <summary>How it ended.</summary>
    public required RunState State { get; init; }

    /// <summary>What was planned.</summary>
    public required WorkflowPlan Plan { get; init; }

    /// <summary>Errors, warnings and notes of planning, steps and outputs.</summary>
    public required IReadOnlyList<WorkflowDiagnostic> Diagnostics { get; init; }

    /// <summary>Step name to result, for every step that has one.</summary>
    public required IReadOnlyDictionary<string, JobResult> Results { get; init; }

    /// <summary>Absolute paths of everything delivered.</summary>
    public required IReadOnlyList<string> ExportedPaths { get; init; }

    /// <summary>Exit code of a host's command line for this outcome.</summary>
    public int ExitCode => State switch
    {
        RunState.Completed => 0,
        RunState.Failed => 1,
        RunState.Invalid => 3,
        RunState.PluginRefused => 4,
        RunState.NotEnoughResources => 5,
        _ => 130,
    };
}
