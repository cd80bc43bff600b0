using SingleParticle.Geometry;

namespace SingleParticle.Compute;

/// <summary>What a device works on at a time: particles, where their data are, and 1 / sigma² of their noise groups.</summary>
/// <remarks>Particles sorted by viewing direction are scored faster, as neighbours read the same part of the maps.</remarks>
public sealed class ParticleBatch
{
    /// <summary>Puts a batch together.</summary>
    /// <param name="records">Where the data are.</param>
    /// <param name="particles">The particles.</param>
    /// <param name="shellWeights">1 / sigma² as [noise group][shell]; 0 leaves a shell out.</param>
    public ParticleBatch(IParticleRecords records, ReadOnlyMemory<BatchParticle> particles, IReadOnlyList<float[]> shellWeights)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(shellWeights);
        foreach (var particle in particles.Span)
            if ((uint)particle.NoiseGroupIndex >= (uint)shellWeights.Count)
                throw new ArgumentException(
                    $"record {particle.RecordIndex} is in noise group {particle.NoiseGroupIndex}, but there are {shellWeights.Count}",
                    nameof(particles));
        Records = records;
        Particles = particles;
        ShellWeights = shellWeights;
    }

    /// <summary>Where the data are.</summary>
    public IParticleRecords Records { get; }

    /// <summary>The particles.</summary>
    public ReadOnlyMemory<BatchParticle> Particles { get; }

    /// <summary>Number of particles.</summary>
    public int Count => Particles.Length;

    /// <summary>1 / sigma² as [noise group][shell].</summary>
    public IReadOnlyList<float[]> ShellWeights { get; }

    /// <summary>The same particles in poses that a symmetric map cannot tell from their own.</summary>
    /// <param name="rotation">A rotation of the map's symmetry.</param>
    public ParticleBatch Rotated(RotationMatrix rotation)
    {
        if (rotation == RotationMatrix.Identity)
            return this;
        var rotated = Array.ConvertAll(Particles.ToArray(), particle => particle with { Frame = particle.Frame.Rotated(rotation) });
        return new ParticleBatch(Records, rotated, ShellWeights);
    }
}
