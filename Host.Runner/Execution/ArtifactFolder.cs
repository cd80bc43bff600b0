using System.Text;
using System.Text.Json;
using Host.Abstractions.Running;
using SingleParticle.Formats;

namespace Host.Runner.Execution;

/// <summary>Keeps the artifacts of a job as files: picture, numbers, and an index with the titles.</summary>
internal sealed class ArtifactFolder : IArtifactSink
{
    private readonly Lock _lock = new();
    private readonly string _folder;
    private readonly List<ArtifactEntry> _entries;

    /// <summary>Uses a folder; a job that is resumed adds to what it has there.</summary>
    /// <param name="folder">Absolute.</param>
    public ArtifactFolder(string folder)
    {
        _folder = folder;
        _entries = File.Exists(IndexPath)
            ? JsonSerializer.Deserialize(File.ReadAllBytes(IndexPath), RunJson.Context.ListArtifactEntry) ?? []
            : [];
    }

    private string IndexPath => Path.Combine(_folder, "index.json");

    /// <inheritdoc/>
    public void Add(Artifact artifact)
    {
        var name = JobFileName.Checked(artifact.Name);
        if (artifact.PictureExtension is not ("svg" or "png"))
            throw new ArgumentException($"picture of {name}: '{artifact.PictureExtension}' is not svg or png", nameof(artifact));
        var entry = new ArtifactEntry(name, artifact.Title, $"{name}.{artifact.PictureExtension}", $"{name}.csv");
        lock (_lock)
        {
            AtomicFile.Write(Path.Combine(_folder, entry.Picture), stream => stream.Write(artifact.Picture.Span));
            AtomicFile.Write(Path.Combine(_folder, entry.Numbers), stream => stream.Write(Encoding.UTF8.GetBytes(artifact.NumbersCsv)));
            _entries.RemoveAll(other => other.Name == name);
            _entries.Add(entry);
            AtomicFile.Write(IndexPath, stream => JsonSerializer.Serialize(stream, _entries, RunJson.Context.ListArtifactEntry));
        }
    }
}
