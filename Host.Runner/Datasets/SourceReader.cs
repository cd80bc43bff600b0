using Host.Abstractions.Ports;
using Host.Runner.Workflows;

namespace Host.Runner.Datasets;

/// <summary>Opens results of CryoSPARC and RELION, and single files.</summary>
/// <remarks>
/// Of `.cs` files the headers and the column of image paths are read, of maps the headers; a `.star`, which has no header, is read whole
/// and checked against its stacks. Images and densities are never read.
/// </remarks>
public sealed class SourceReader : ISourceReader
{
    /// <inheritdoc/>
    public SourceContents Read(ResolvedSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var draft = new SourceDraft(source);
        switch (source.Kind)
        {
            case SourceKind.Cryosparc:
                CryosparcSource.Read(draft);
                break;
            case SourceKind.Relion:
                StarParticles.Read(draft, "star", draft.Settings["star"]);
                break;
            default:
                ReadFile(draft, draft.Settings["path"], draft.Settings["type"]);
                break;
        }

        ReadMapsBeside(draft);
        return draft.ToContents();
    }

    private static void ReadFile(SourceDraft draft, string path, string type)
    {
        if (type == DataTypes.Particles)
            ParticleFile.Read(draft, path);
        else if (type == DataTypes.Model)
            ModelItem.Read(draft, SourceFile.Named("path", path));
        else
            MapItem.Read(draft, SourceFile.Named("path", path), type);
    }

    private static void ReadMapsBeside(SourceDraft draft)
    {
        foreach (var type in new[] { DataTypes.Volume, DataTypes.Mask })
        {
            if (draft.Settings.TryGetValue(type, out var path))
                MapItem.Read(draft, SourceFile.Named(type, path), type);
        }
    }
}
