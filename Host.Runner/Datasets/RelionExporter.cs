using Host.Abstractions.Planning;
using SingleParticle.Particles;

namespace Host.Runner.Datasets;

/// <summary>Writes particles as a RELION `.star`; several sets as one file each, NAME_class_001.star.</summary>
internal static class RelionExporter
{
    /// <summary>Writes all sets.</summary>
    /// <param name="draft">The export.</param>
    public static void Write(ExportDraft draft)
    {
        var folder = Path.GetDirectoryName(draft.Export.Path)!;
        var stem = Path.GetFileNameWithoutExtension(draft.Export.Path);
        var stacks = new RelionStacks(draft, Path.Combine(folder, ExportNames.Plain(stem) + "_stacks"));
        if (draft.Items is [var single])
            Write(draft, stacks, ExportParticles.Read(draft, single), draft.Export.Path);
        else
        {
            foreach (var (item, name) in draft.Items.Zip(ExportNames.Of("set", draft.Items)))
                Write(draft, stacks, ExportParticles.Read(draft, item), Path.Combine(folder, $"{stem}_{name}.star"));
        }

        stacks.Report();
        draft.Report(
            DiagnosticSeverity.Note,
            ExportCodes.ImagePaths,
            $"image paths are relative to '{folder}'",
            "RELION looks for images from the folder in which it is started: start it there");
    }

    private static void Write(ExportDraft draft, RelionStacks stacks, ParticleSet set, string path)
    {
        var files = stacks.NamedForRelion(set.ImageFiles);
        var named = set with { ImageFiles = files, Table = set.Table.WithImageFiles(files) };
        var table = ExportParticles.Convert(draft, ParticleTableFormat.Relion, named);
        table.Write(draft.Stage(path), ExportParticles.AllOf(set), ImagePathStyle.RelativeToFile);
    }
}
