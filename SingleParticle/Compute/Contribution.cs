namespace SingleParticle.Compute;

/// <summary>One particle's part in one map's statistics: num += DataWeight P^T(Y / sigma²), den += PowerWeight P^T(g / sigma²).</summary>
/// <param name="ParticleIndex">Position in the batch.</param>
/// <param name="MapIndex">Position in the statistics, say half-set times K plus class.</param>
/// <param name="DataWeight">Weight of the data; may be negative.</param>
/// <param name="PowerWeight">Weight of the CTF power.</param>
public readonly record struct Contribution(int ParticleIndex, int MapIndex, double DataWeight, double PowerWeight)
{
    /// <summary>A particle's part in the map of a class.</summary>
    /// <param name="particleIndex">Position in the batch.</param>
    /// <param name="mapIndex">Position in the statistics.</param>
    /// <param name="posterior">p, the weight.</param>
    /// <param name="scale">a, the particle's scale.</param>
    public static Contribution OfClass(int particleIndex, int mapIndex, double posterior, double scale) =>
        new(particleIndex, mapIndex, posterior * scale, posterior * scale * scale);
}
