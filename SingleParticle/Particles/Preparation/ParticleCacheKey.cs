namespace SingleParticle.Particles.Preparation;

/// <summary>A fingerprint of everything a cache was made from; a cache with another key is stale.</summary>
/// <param name="Word0">First 8 bytes of a SHA-256.</param>
/// <param name="Word1">Next 8 bytes.</param>
/// <param name="Word2">Next 8 bytes.</param>
/// <param name="Word3">Last 8 bytes.</param>
public readonly record struct ParticleCacheKey(ulong Word0, ulong Word1, ulong Word2, ulong Word3);
