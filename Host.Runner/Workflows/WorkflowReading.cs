namespace Host.Runner.Workflows;

/// <summary>What came of reading a workflow file.</summary>
/// <param name="Workflow">The workflow; null when any diagnostic is an error.</param>
/// <param name="Diagnostics">Everything found, in the order of the file.</param>
/// <param name="Source">The text, to show lines of it; empty when it could not be read.</param>
public sealed record WorkflowReading(ResolvedWorkflow? Workflow, IReadOnlyList<WorkflowDiagnostic> Diagnostics, SourceText Source);
