namespace Host.Runner.Workflows;

/// <summary>A place in a workflow file.</summary>
/// <param name="Line">1-based line.</param>
/// <param name="Column">1-based column.</param>
public readonly record struct SourceLocation(int Line, int Column);
