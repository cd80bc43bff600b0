using SingleParticle.Estimation;
using SingleParticle.Volumes;

namespace SingleParticle.Variability;

/// <summary>What every particle is expected to show: consensus, noise, scales.</summary>
/// <param name="Consensus">Consensus on the working box, masked.</param>
/// <param name="Mask">Solvent mask on the working box.</param>
/// <param name="Noise">Noise against the consensus.</param>
/// <param name="Scale">Scale of every record; particles whose scale is not above 0 are left out.</param>
public sealed record ParticleModel(Volume Consensus, Volume Mask, NoiseSpectrum Noise, double[] Scale)
{
    /// <summary>The model that a consensus makes.</summary>
    /// <param name="consensus">Consensus with its mask, noise and scales.</param>
    public static ParticleModel Of(ConsensusEstimate consensus)
    {
        ArgumentNullException.ThrowIfNull(consensus);
        return new ParticleModel(
            HalfMapSolver.Masked(consensus.Map.Map, consensus.Mask), consensus.Mask, consensus.Noise, consensus.Scale.Scale);
    }
}
