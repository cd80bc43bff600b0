using System.Collections.Concurrent;
using Host.Abstractions.Running;

namespace Testing.Jobs;

/// <summary>Checkpoints in memory; one appears complete or not at all.</summary>
public sealed class MemoryCheckpoints : ICheckpointStore
{
    private readonly ConcurrentDictionary<string, byte[]> _states = new(StringComparer.Ordinal);

    /// <summary>Names of all checkpoints, in ordinal order.</summary>
    public IReadOnlyList<string> Names => [.. _states.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Called with its name when a checkpoint is complete; lets a test stop a job right after it.</summary>
    public Action<string>? Written { get; set; }

    /// <inheritdoc/>
    public void Write(string name, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        using var state = new MemoryStream();
        write(state);
        _states[name] = state.ToArray();
        Written?.Invoke(name);
    }

    /// <inheritdoc/>
    public Stream? OpenRead(string name) =>
        _states.TryGetValue(name, out var state) ? new MemoryStream(state, writable: false) : null;
}
