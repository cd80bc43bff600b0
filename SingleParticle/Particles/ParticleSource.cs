namespace SingleParticle.Particles;

/// <summary>Which files hold the slots of a particle set, and where their relative image paths start.</summary>
/// <param name="SlotFiles">
/// Slot name (blob, ctf, alignments3D, location, ...) to the metadata file that holds it. All `.cs`, joined on uid, or one `.star`
/// under every slot.
/// </param>
/// <param name="SearchRoots">
/// Folders in which relative image paths are looked for, before the metadata file's own folder and its parents.
/// </param>
public sealed record ParticleSource(IReadOnlyDictionary<string, string> SlotFiles, IReadOnlyList<string> SearchRoots);
