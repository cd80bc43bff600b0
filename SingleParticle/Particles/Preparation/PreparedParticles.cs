using SingleParticle.Fourier;

namespace SingleParticle.Particles.Preparation;

/// <summary>Particles ready for EM: their cache and the half plane its records are ordered by.</summary>
/// <param name="Cache">One record per particle, in the order asked for.</param>
/// <param name="Plane">Pixels and shells of every record.</param>
/// <param name="ImageBoxPixels">Box N of the raw images.</param>
/// <param name="Origin">Whether the images were read or a cache used again.</param>
/// <param name="Warnings">What was noticed about the image stacks and handled.</param>
public sealed record PreparedParticles(
    ParticleCache Cache, HalfPlane Plane, int ImageBoxPixels, PreparationOrigin Origin, IReadOnlyList<string> Warnings) : IDisposable
{
    /// <summary>Closes the cache; its file stays.</summary>
    public void Dispose() => Cache.Dispose();
}
