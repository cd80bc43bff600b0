using Host.Abstractions.Ports;
using SingleParticle.Formats.Mrc;
using SingleParticle.Particles;

namespace Host.Runner.Datasets;

/// <summary>Writes a folder with `.cs` and `.csg`, ready for CryoSPARC's "Import Result Group".</summary>
/// <remarks>Particles name their stacks where these are, relative to the folder; maps are copied into it.</remarks>
internal static class CryosparcExporter
{
    /// <summary>Writes every item as a result group of its own.</summary>
    /// <param name="draft">The export.</param>
    public static void Write(ExportDraft draft)
    {
        var names = ExportNames.Of(draft.Export.From.Output, draft.Items);
        foreach (var (item, label) in draft.Items.Zip(names))
        {
            var name = item.Label.Length > 0 ? $"{item.Type}_{label}" : label;
            if (item.Type == DataTypes.Particles)
                WriteParticles(draft, item, name);
            else
                WriteMaps(draft, item, name);
        }

        Leftovers.Report(draft, ".mrc", ".cs", ".csg");
    }

    private static void WriteParticles(ExportDraft draft, DataItem item, string name)
    {
        var set = ExportParticles.Read(draft, item);
        var table = ExportParticles.Convert(draft, ParticleTableFormat.Cryosparc, set);
        var file = Path.Combine(draft.Export.Path, name + ".cs");
        var everything = ExportParticles.AllOf(set);
        table.Write(draft.Stage(file), everything, ImagePathStyle.RelativeToFile);
        CryosparcExport.GroupOf(name, file, table, everything).Write(draft.Stage(Path.Combine(draft.Export.Path, name + ".csg")));
    }

    private static void WriteMaps(ExportDraft draft, DataItem item, string name)
    {
        var maps = new List<CryosparcMap>();
        foreach (var slot in item.Slots)
        {
            var found = MrcVolumeReader.Describe(slot.Path);
            var file = Path.Combine(draft.Export.Path, $"{name}{MapFile.SuffixOf(slot.Name)}.mrc");
            MapFile.Copy(slot.Path, draft.Stage(file));
            maps.Add(new CryosparcMap(slot.Name, file, found.BoxVoxels, found.PixelSizeAngstrom ?? item.Header.PixelSizeAngstrom ?? 1));
        }

        var set = Path.Combine(draft.Export.Path, name + ".cs");
        CryosparcMapExport.WriteSet(draft.Stage(set), maps);
        CryosparcMapExport.GroupOf(name, item.Type, set, maps).Write(draft.Stage(Path.Combine(draft.Export.Path, name + ".csg")));
    }
}
