namespace Host.Abstractions.Running;

/// <summary>Where a job keeps its state so that, stopped at any moment, it goes on from there without loss.</summary>
/// <remarks>A checkpoint is only ever offered to a job with the same key: same inputs, parameters, seed and node revision.</remarks>
public interface ICheckpointStore
{
    /// <summary>Replaces a checkpoint; it appears complete or not at all.</summary>
    /// <param name="name">Name within the job.</param>
    /// <param name="write">Writes the state.</param>
    void Write(string name, Action<Stream> write);

    /// <summary>Opens a checkpoint left by an earlier run of the same job.</summary>
    /// <param name="name">Name within the job.</param>
    /// <returns>The state, or null when there is none.</returns>
    Stream? OpenRead(string name);
}
