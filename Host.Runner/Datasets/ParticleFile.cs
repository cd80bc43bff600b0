using SingleParticle.Particles;

namespace Host.Runner.Datasets;

/// <summary>A `file` source of type particles: the file tells by itself what it is.</summary>
internal static class ParticleFile
{
    /// <summary>Adds the particles of a `.star`, `.cs` or `.csg`.</summary>
    /// <param name="draft">The source.</param>
    /// <param name="path">The file.</param>
    public static void Read(SourceDraft draft, string path)
    {
        if (ParticleFileFormats.Detect(path) == ParticleTableFormat.Relion)
            StarParticles.Read(draft, "path", path);
        else if (path.EndsWith(".csg", StringComparison.OrdinalIgnoreCase))
            CryosparcSource.ReadGroup(draft, "path", path);
        else
            CryosparcSource.ReadParticles(draft, "path", path);
    }
}
