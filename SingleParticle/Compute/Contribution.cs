namespace SingleParticle.Compute;

/// <summary>One particle's part in one map's statistics.</summary>
/// <param name="ParticleIndex">Position in the batch.</param>
/// <param name="MapIndex">Position in the statistics, say half-set times K plus class.</param>
/// <param name="Posterior">p, the weight.</param>
/// <param name="Scale">a, the particle's scale.</param>
public readonly record struct Contribution(int ParticleIndex, int MapIndex, double Posterior, double Scale);
