using SingleParticle.Compute;
using SingleParticle.Estimation;

namespace Plugin.Classify3D.Expectation;

/// <summary>What one pass over the particles gives.</summary>
/// <param name="Posteriors">Posteriors [record, class].</param>
/// <param name="Statistics">num and den of two half-sets per class; the caller disposes them.</param>
/// <param name="Noise">Noise re-estimated with all classes.</param>
/// <param name="MeanLogLikelihood">Mean over particles of log sum_k pi_k exp L_k.</param>
internal sealed record PassResult(float[] Posteriors, IDeviceStatistics Statistics, NoiseSpectrum Noise, double MeanLogLikelihood);
