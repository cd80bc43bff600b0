using SingleParticle.Estimation.Scales;
using SingleParticle.Volumes;

namespace SingleParticle.Estimation;

/// <summary>The one map that all particles share, with what was estimated along with it.</summary>
/// <param name="Map">Consensus map, its half maps and FSC.</param>
/// <param name="Mask">Solvent mask that was used.</param>
/// <param name="Noise">Noise against the consensus.</param>
/// <param name="Scale">Scale of every record against the consensus.</param>
/// <param name="Match">The comparison that the scales were read off.</param>
public sealed record ConsensusEstimate(
    RegularisedMap Map, Volume Mask, NoiseSpectrum Noise, ScaleEstimate Scale, ReferenceMatch Match);
