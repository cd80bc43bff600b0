using SingleParticle.Collections;

namespace Plugin.Classify3D.Expectation;

/// <summary>Makes tables of posteriors [particle, class] in files: they alone would grow with particles times classes.</summary>
/// <remarks>Passes go through them as through the images, from front to back. They end with this.</remarks>
/// <param name="scratchFolder">Scratch folder of the job.</param>
internal sealed class PosteriorTables(string scratchFolder) : IDisposable
{
    private readonly List<MappedFloats> _tables = [];

    /// <summary>Makes a table, all 0.</summary>
    /// <param name="particleCount">Number of particles.</param>
    /// <param name="classCount">K.</param>
    public Memory<float> Create(int particleCount, int classCount)
    {
        var path = Path.Combine(scratchFolder, FormattableString.Invariant($"posteriors-{_tables.Count + 1}"));
        _tables.Add(new MappedFloats(path, checked(particleCount * classCount)));
        return _tables[^1].Memory;
    }

    /// <summary>Unmaps all tables and removes their files.</summary>
    public void Dispose()
    {
        foreach (IDisposable table in _tables)
            table.Dispose();
        _tables.Clear();
    }
}
