using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using SingleParticle.Particles;

namespace Host.Runner.Datasets;

/// <summary>Particles of a `.star` as an output of a source.</summary>
internal static class StarParticles
{
    /// <summary>Adds the particles, or reports everything wrong with them.</summary>
    /// <param name="draft">The source.</param>
    /// <param name="key">Key that names the file.</param>
    /// <param name="path">The file.</param>
    public static void Read(SourceDraft draft, string key, string path)
    {
        if (File.Exists(path) && ParticleFileFormats.Detect(path) == ParticleTableFormat.Cryosparc)
        {
            draft.Report(
                DiagnosticSeverity.Error,
                SourceCodes.FileKind,
                key,
                $"'{path}' is a file of CryoSPARC; a .star is expected",
                "write cryosparc: { particles: ... }");
            return;
        }

        var source = new ParticleSource(new Dictionary<string, string> { ["blob"] = path }, draft.SearchRootsOf(path));
        if (draft.Read(SourceFile.Named(key, path), _ => ParticleSetReader.Read(source)) is not { } reading)
            return;
        draft.Remark(key, reading.Warnings);
        foreach (var problem in reading.Problems)
            draft.Report(DiagnosticSeverity.Error, SourceCodes.Particles, key, problem);
        if (reading.Set is { } set)
            Add(draft, path, source, set);
    }

    private static void Add(SourceDraft draft, string path, ParticleSource source, ParticleSet set)
    {
        draft.AddImages(set.ImageFiles);
        draft.Add(DataTypes.Particles, new DataItem
        {
            Type = DataTypes.Particles,
            Slots = [.. set.Table.Slots.Select(slot => new DataSlot(slot, path))],
            Header = new DataHeader
            {
                Count = set.Particles.Length,
                BoxPixels = set.OpticsGroups[0].BoxPixels,
                PixelSizeAngstrom = set.OpticsGroups[0].PixelSizeAngstrom,
            },
            SearchRoots = source.SearchRoots,
        });
    }
}
