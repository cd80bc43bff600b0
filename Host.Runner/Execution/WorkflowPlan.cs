using Host.Abstractions.Planning;
using Host.Runner.Workflows;

namespace Host.Runner.Execution;

/// <summary>What running a workflow would do, and everything that stands in its way.</summary>
public sealed record WorkflowPlan
{
    /// <summary>The workflow.</summary>
    public required ResolvedWorkflow Workflow { get; init; }

    /// <summary>Its steps, in the order in which they run.</summary>
    public required IReadOnlyList<PlannedStep> Steps { get; init; }

    /// <summary>Everything found wrong or worth knowing, with its place in the workflow.</summary>
    public required IReadOnlyList<WorkflowDiagnostic> Diagnostics { get; init; }

    /// <summary>What the steps that run need: the largest memory and scratch of one of them, output and processor time of all.</summary>
    public required ResourceRequest Resources { get; init; }

    /// <summary>Whether nothing stands in its way.</summary>
    public bool CanRun => Diagnostics.All(item => item.Diagnostic.Severity != DiagnosticSeverity.Error);
}
