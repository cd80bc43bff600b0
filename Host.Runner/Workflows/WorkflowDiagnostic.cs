using Host.Abstractions.Planning;

namespace Host.Runner.Workflows;

/// <summary>A diagnostic with its place in the workflow file.</summary>
/// <param name="FilePath">The workflow file as the user gave it.</param>
/// <param name="Location">Where; null when no place in the file is meant.</param>
/// <param name="Diagnostic">What.</param>
public sealed record WorkflowDiagnostic(string FilePath, SourceLocation? Location, Diagnostic Diagnostic);
