using SingleParticle.Volumes;

namespace SingleParticle.Estimation;

/// <summary>Two half maps in memory.</summary>
/// <param name="A">Map of half-set A.</param>
/// <param name="B">Map of half-set B.</param>
public sealed record HalfMaps(Volume A, Volume B) : IHalfMaps;
