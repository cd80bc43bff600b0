using System.Collections.Concurrent;
using Host.Abstractions.Running;

namespace Testing.Jobs;

/// <summary>Keeps the pictures and numbers of a job; a second one of the same name replaces the first.</summary>
public sealed class RecordedArtifacts : IArtifactSink
{
    private readonly ConcurrentDictionary<string, Artifact> _artifacts = new(StringComparer.Ordinal);

    /// <summary>Names of all artifacts, in ordinal order.</summary>
    public IReadOnlyList<string> Names => [.. _artifacts.Keys.Order(StringComparer.Ordinal)];

    /// <summary>An artifact.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="KeyNotFoundException">The job has not delivered it.</exception>
    public Artifact this[string name] => _artifacts.TryGetValue(name, out var artifact)
        ? artifact
        : throw new KeyNotFoundException($"no artifact '{name}'; there are {string.Join(", ", Names)}");

    /// <inheritdoc/>
    public void Add(Artifact artifact)
    {
        ArgumentNullException.ThrowIfNull(artifact);
        _artifacts[artifact.Name] = artifact;
    }
}
