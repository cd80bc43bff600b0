namespace SingleParticle.Particles;

/// <summary>Particles in the other file format.</summary>
/// <param name="Table">Writes them; rows as in the set they came from.</param>
/// <param name="Warnings">What the format has no place for, and what its programs need done.</param>
public sealed record ConvertedParticles(IParticleTable Table, IReadOnlyList<string> Warnings);
