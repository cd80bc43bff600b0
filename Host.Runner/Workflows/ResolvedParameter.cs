namespace Host.Runner.Workflows;

/// <summary>The value of one parameter of a step.</summary>
/// <param name="Name">Canonical parameter name.</param>
/// <param name="Value">Canonical text.</param>
/// <param name="Origin">Where it comes from: `default`, `file(line,column)`, `params.NAME` or `--set`.</param>
/// <param name="Location">Where it is written; the step's own place for defaults.</param>
public sealed record ResolvedParameter(string Name, string Value, string Origin, SourceLocation Location);
