namespace Host.Runner.Workflows;

/// <summary>Results of upstream software that a workflow reads; opened read-only, never copied.</summary>
/// <param name="Name">Name in the workflow.</param>
/// <param name="Kind">Program that made it.</param>
/// <param name="Settings">
/// Keys of the source as text, paths made absolute against the workflow's folder: cryosparc {job | group | particles, passthrough, volume,
/// mask, root}; relion {star, volume, mask, root}; file {path, type}.
/// </param>
/// <param name="Location">Where it is written.</param>
public sealed record ResolvedSource(
    string Name, SourceKind Kind, IReadOnlyDictionary<string, string> Settings, SourceLocation Location);
