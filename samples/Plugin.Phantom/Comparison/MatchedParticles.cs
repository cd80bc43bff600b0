using SingleParticle.Particles;

namespace Plugin.Phantom.Comparison;

/// <summary>Particles side by side with their truth; arrays in the order of the particle file.</summary>
/// <param name="Truth">True label or state, 0-based.</param>
/// <param name="TrueScale">True scale.</param>
/// <param name="Scale">Scale in the particle file.</param>
/// <param name="Classes">Classes in the particle file; null when it has none, or one.</param>
internal sealed record MatchedParticles(int[] Truth, double[] TrueScale, double[] Scale, ParticleClasses? Classes)
{
    /// <summary>Number of particles.</summary>
    public int Count => Truth.Length;

    /// <summary>Number of true labels or states.</summary>
    public int TruthCount => Truth.Max() + 1;

    /// <summary>Joins particles and truth on uid.</summary>
    /// <param name="set">The particles.</param>
    /// <param name="truth">The truth by uid.</param>
    /// <param name="column">Which truth.</param>
    /// <returns>Null when a particle is not in the truth.</returns>
    public static MatchedParticles? Join(ParticleSet set, IReadOnlyDictionary<ulong, TruthRow> truth, TruthColumn column)
    {
        if (UnknownCount(set, truth) > 0)
            return null;
        var rows = Array.ConvertAll(set.Particles, particle => truth[particle.Uid]);
        return new MatchedParticles(
            Array.ConvertAll(rows, row => column == TruthColumn.Label ? row.Label : row.State),
            Array.ConvertAll(rows, row => row.Scale),
            Array.ConvertAll(set.Particles, particle => (double)particle.Scale),
            set.Table.ReadClasses() is { ClassCount: > 1 } classes ? classes : null);
    }

    /// <summary>How many particles are not in the truth.</summary>
    /// <param name="set">The particles.</param>
    /// <param name="truth">The truth by uid.</param>
    public static int UnknownCount(ParticleSet set, IReadOnlyDictionary<ulong, TruthRow> truth) =>
        set.Particles.Count(particle => !truth.ContainsKey(particle.Uid));
}
