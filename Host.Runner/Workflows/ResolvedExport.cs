namespace Host.Runner.Workflows;

/// <summary>One output of a workflow.</summary>
/// <param name="Name">Name in the workflow.</param>
/// <param name="From">What is delivered.</param>
/// <param name="Kind">In which form.</param>
/// <param name="Path">Absolute path to write to: a folder for cryosparc and mrc, a file for relion and csv.</param>
/// <param name="Location">Where it is written in the workflow.</param>
public sealed record ResolvedExport(string Name, DataReference From, ExportKind Kind, string Path, SourceLocation Location);
