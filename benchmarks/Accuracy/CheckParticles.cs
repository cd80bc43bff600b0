using Host.Abstractions.Ports;
using Microsoft.Extensions.Logging.Abstractions;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Particles;

namespace Benchmarks.Accuracy;

/// <summary>A particle file and the truth about it.</summary>
/// <param name="Path">Particle file, .cs or .star.</param>
/// <param name="Labels">True label of every particle by its uid.</param>
/// <param name="FocusMask">Focus mask, or null.</param>
internal sealed record CheckParticles(string Path, IReadOnlyDictionary<ulong, int> Labels, string? FocusMask)
{
    /// <summary>The particles as an input.</summary>
    public DataItem Item => new()
    {
        Type = DataTypes.Particles,
        Slots = [.. ParticleInputs.PosedSlots.Select(slot => new DataSlot(slot, Path))],
        SearchRoots = [System.IO.Path.GetDirectoryName(Path)!],
    };

    /// <summary>Number of states; 1 where there is nothing that classes could agree with.</summary>
    public int StateCount => Labels.Values.Max() + 1;

    /// <summary>A copy whose classes are the true labels, to start from.</summary>
    /// <param name="folder">Where to write it.</param>
    public CheckParticles Labelled(string folder)
    {
        var set = Read(Item);
        var path = System.IO.Path.Combine(folder, "labelled" + System.IO.Path.GetExtension(Path));
        var update = new ParticleUpdate
        {
            Rows = [.. Enumerable.Range(0, set.Particles.Length)],
            ClassIndex = TruthOf(set),
        };
        set.Table.Write(path, update, ImagePathStyle.RelativeToFile);
        return this with { Path = path };
    }

    /// <summary>True labels of particles that a job has written, and their classes.</summary>
    /// <param name="written">Particles with classes.</param>
    public (int[] Truth, int[] Classes) Compare(DataItem written)
    {
        var set = Read(written);
        var classes = set.Table.ReadClasses() ?? throw new InvalidOperationException("the particles have no classes");
        return (TruthOf(set), classes.ClassIndex);
    }

    private int[] TruthOf(ParticleSet set) => Array.ConvertAll(set.Particles, particle => Labels[particle.Uid]);

    private static ParticleSet Read(DataItem item) => ParticleInputs.Read("particles", item, NullLogger.Instance);
}
