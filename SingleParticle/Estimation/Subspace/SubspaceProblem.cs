using SingleParticle.Volumes;

namespace SingleParticle.Estimation.Subspace;

/// <summary>What a subspace is estimated from.</summary>
/// <param name="Engine">Passes over the particles.</param>
/// <param name="Scale">Scale a of every record.</param>
/// <param name="Noise">Noise.</param>
/// <param name="ThreadCount">Most threads at work.</param>
public sealed record SubspaceProblem(EstimationEngine Engine, double[] Scale, NoiseSpectrum Noise, int ThreadCount)
{
    /// <summary>From the components' half maps, the share of signal at every voxel; null to leave components as they are.</summary>
    public Func<IReadOnlyList<RegularisedMap>, Volume?> Confine { get; init; } = _ => null;
}
