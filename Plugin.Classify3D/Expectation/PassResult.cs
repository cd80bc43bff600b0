using SingleParticle.Estimation;

namespace Plugin.Classify3D.Expectation;

/// <summary>What one pass over particles found; sums and means are over the particles visited.</summary>
/// <param name="Noise">Noise re-estimated with all classes.</param>
/// <param name="ClassSizes">Sum of posteriors per class.</param>
/// <param name="Moves">How particles moved between classes.</param>
/// <param name="MeanEffectiveSampleSize">Mean effective sample size over classes.</param>
/// <param name="MeanLogLikelihood">Mean of log sum_k pi_k exp L_k.</param>
/// <param name="ComparedPercent">Part of pixels x classes that were compared; the other classes had been ruled out before.</param>
/// <param name="Sharing">How classes share particles.</param>
internal sealed record PassResult(
    NoiseSpectrum Noise,
    double[] ClassSizes,
    ClassMoveCounter Moves,
    double MeanEffectiveSampleSize,
    double MeanLogLikelihood,
    double ComparedPercent,
    ParticleSharing Sharing);
