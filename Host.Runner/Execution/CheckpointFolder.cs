using Host.Abstractions.Running;
using SingleParticle.Formats;

namespace Host.Runner.Execution;

/// <summary>Keeps the checkpoints of a job as files, each whole or absent.</summary>
/// <param name="folder">Absolute folder; it belongs to the job's key, so a checkpoint is never offered to another job.</param>
internal sealed class CheckpointFolder(string folder) : ICheckpointStore
{
    /// <inheritdoc/>
    public void Write(string name, Action<Stream> write) => AtomicFile.Write(Path.Combine(folder, JobFileName.Checked(name)), write);

    /// <inheritdoc/>
    public Stream? OpenRead(string name)
    {
        var path = Path.Combine(folder, JobFileName.Checked(name));
        return File.Exists(path) ? File.OpenRead(path) : null;
    }
}
