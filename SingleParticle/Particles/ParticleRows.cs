using SingleParticle.Optics;

namespace SingleParticle.Particles;

/// <summary>Particles as a reader found them, before they are checked against each other and against their image stacks.</summary>
/// <param name="MetadataFile">The particle file, for messages.</param>
/// <param name="Particles">One value per row; an image file index below 0 marks a row whose stack was not found, already reported.</param>
/// <param name="OpticsGroups">Optics groups that particles refer to; a box of 0 pixels is taken from the stacks.</param>
/// <param name="ImageFiles">Resolved paths of the image stacks.</param>
/// <param name="Locate">Where a 0-based row stands in its file: "line 42", "row 41".</param>
public sealed record ParticleRows(
    string MetadataFile,
    Particle[] Particles,
    IReadOnlyList<OpticsGroup> OpticsGroups,
    IReadOnlyList<string> ImageFiles,
    Func<int, string> Locate);
