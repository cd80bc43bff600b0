namespace SingleParticle.Particles;

/// <summary>What came of reading a particle source: the set, or every problem that stands in the way of one.</summary>
/// <param name="Set">The particles; null when there is any problem.</param>
/// <param name="Problems">All problems found: file, location, found, expected, what to do. Empty when the set is usable.</param>
/// <param name="Warnings">What was noticed and handled.</param>
public sealed record ParticleReading(ParticleSet? Set, IReadOnlyList<string> Problems, IReadOnlyList<string> Warnings);
