using SingleParticle.Fourier;

namespace SingleParticle.Particles.Preparation;

/// <summary>Reads raw particle images once and writes what EM reads of them into a cache beside the job.</summary>
/// <remarks>
/// Per particle: X, the image's unitary spectrum (divided by N, so that white noise of variance v gives E|X|² = v), centred at N / 2,
/// moved by exp(-2 pi i k.t) and multiplied by the contrast sign; C, the CTF with all aberrations; kept are Y = conj(C) X,
/// g = |C|² and the sum of |X|² per shell (docs/conventions.md, the image model).
/// </remarks>
public static class ParticlePreparation
{
    /// <summary>Name of the cache in its folder.</summary>
    public const string CacheFileName = "particles.cache";

    /// <summary>Prepares particles, or finds them prepared.</summary>
    /// <param name="set">Particles and their images.</param>
    /// <param name="order">Index in the set of every record, in the order of the records; each at most once.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told the number of particles done so far, from any thread; may be null.</param>
    /// <param name="cancel">Stops the work; nothing is left behind.</param>
    /// <returns>The open cache; the caller disposes it.</returns>
    /// <exception cref="SingleParticle.Formats.DataFileException">Images are missing, damaged, or not as the particles say.</exception>
    public static PreparedParticles Run(
        ParticleSet set, int[] order, PreparationOptions options, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(options);
        if (order.Length == 0)
            throw new ArgumentException("there is no particle to prepare", nameof(order));
        var warnings = ImageCheck.Require(set, order, cancel);
        var imageBox = set.OpticsGroups[set.Particles[order[0]].OpticsGroupIndex].BoxPixels;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.WorkingBoxPixels, imageBox, nameof(options));
        var plane = new HalfPlane(options.WorkingBoxPixels, options.FirstShell, (options.WorkingBoxPixels / 2) - 1);
        var layout = new ParticleCacheLayout(
            options.WorkingBoxPixels,
            imageBox,
            options.FirstShell,
            plane.PixelCount,
            plane.ShellCount,
            order.Length,
            PreparationKey.Compute(set, order, options));
        var path = Path.Combine(options.CacheFolder, CacheFileName);
        if (ParticleCache.OpenIfCurrent(path, layout) is { } earlier)
            return new PreparedParticles(earlier, plane, imageBox, PreparationOrigin.EarlierCache, warnings);
        using (var writer = new ParticleCacheWriter(path, layout))
        {
            new PreparationJob(set, order, options, plane, layout, writer, progress).Run(cancel);
            writer.Complete();
        }

        return new PreparedParticles(ParticleCache.Open(path), plane, imageBox, PreparationOrigin.Images, warnings);
    }
}
