using Host.Abstractions.Running;

namespace Benchmarks;

/// <summary>Checkpoints in a folder, as a host keeps them: they take no memory, and time as on a disk.</summary>
internal sealed class FileCheckpoints(string folder) : ICheckpointStore
{
    /// <inheritdoc/>
    public void Write(string name, Action<Stream> write)
    {
        var file = Path.Combine(folder, name);
        using (var stream = File.Create(file + ".partial")) write(stream);
        File.Move(file + ".partial", file, overwrite: true);
    }

    /// <inheritdoc/>
    public Stream? OpenRead(string name) => File.Exists(Path.Combine(folder, name)) ? File.OpenRead(Path.Combine(folder, name)) : null;
}
