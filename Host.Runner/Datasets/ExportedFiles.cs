using Host.Abstractions.Planning;

namespace Host.Runner.Datasets;

/// <summary>What an export has written.</summary>
/// <param name="Paths">Absolute paths.</param>
/// <param name="Diagnostics">What the form has no place for, and what its programs need done.</param>
public sealed record ExportedFiles(IReadOnlyList<string> Paths, IReadOnlyList<Diagnostic> Diagnostics);
