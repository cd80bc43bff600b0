using SingleParticle.Optics;

namespace SingleParticle.Particles;

/// <summary>Particles with what is needed to use them, and the table they came from.</summary>
/// <param name="Particles">One value per row of the table, in row order.</param>
/// <param name="OpticsGroups">Distinct optics; <see cref="Particle.OpticsGroupIndex"/> points here.</param>
/// <param name="ImageFiles">Resolved paths of the image stacks; <see cref="Particle.ImageFileIndex"/> points here.</param>
/// <param name="Table">All columns of all rows, for writing them again.</param>
public sealed record ParticleSet(
    Particle[] Particles,
    IReadOnlyList<OpticsGroup> OpticsGroups,
    IReadOnlyList<string> ImageFiles,
    IParticleTable Table);
