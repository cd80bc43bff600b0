using SingleParticle.Particles.Preparation;

namespace SingleParticle.Compute;

/// <summary>Lets a device read prepared particles from their cache.</summary>
/// <param name="cache">An open cache; it must stay open as long as devices read from it.</param>
public sealed class CachedRecords(ParticleCache cache) : IParticleRecords
{
    /// <inheritdoc/>
    public ReadOnlySpan<float> Data(int recordIndex) => cache.Read(recordIndex).Data;

    /// <inheritdoc/>
    public ReadOnlySpan<float> Powers(int recordIndex) => cache.Read(recordIndex).CtfPower;
}
