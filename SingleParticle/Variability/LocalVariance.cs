using SingleParticle.Volumes;

namespace SingleParticle.Variability;

/// <summary>How much more than noise the particles differ from their consensus, voxel by voxel.</summary>
/// <param name="Significance">
/// Excess of the variance over that of noise, in standard deviations of the latter; 0 outside the mask. On the working box.
/// </param>
/// <param name="DeviationPerRootSignificance">
/// Standard deviation of the local density is this times the square root of the significance.
/// </param>
/// <param name="BackgroundRatio">Variance in the solvent over that expected of noise; near 1 when the noise model is right.</param>
/// <param name="ParticleCount">Number of particles that counted.</param>
public sealed record LocalVariance(
    Volume Significance, double DeviationPerRootSignificance, double BackgroundRatio, int ParticleCount);
