using SingleParticle.Volumes;

namespace Plugin.Classify3D.Stages;

/// <summary>Masks given to a job, on the working box.</summary>
/// <param name="Solvent">Solvent mask, grown to contain the focus mask; null to have one made.</param>
/// <param name="Focus">Focus mask; null for none.</param>
internal sealed record MaskSet(Volume? Solvent, Volume? Focus);
