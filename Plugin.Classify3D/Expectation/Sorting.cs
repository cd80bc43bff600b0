using SingleParticle.Estimation;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Expectation;

/// <summary>How particles were last sorted.</summary>
/// <param name="References">Maps M_k that they were compared with.</param>
/// <param name="Sharing">How classes share particles now.</param>
/// <param name="Posteriors">Posteriors [record, class] found, as they were back-projected.</param>
/// <param name="Noise">Noise that they were weighted by.</param>
internal sealed record Sorting(IReadOnlyList<Volume> References, ParticleSharing Sharing, Memory<float> Posteriors, NoiseSpectrum Noise);
