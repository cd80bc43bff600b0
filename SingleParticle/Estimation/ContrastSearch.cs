using SingleParticle.Compute;
using SingleParticle.Optics;
using SingleParticle.Particles;
using SingleParticle.Particles.Preparation;
using SingleParticle.Volumes;

namespace SingleParticle.Estimation;

/// <summary>Finds out whether particles are bright or dark, from a coarse reconstruction of some of them.</summary>
/// <remarks>
/// A molecule is denser than ice and fills a small part of the box, so that the density of a map of right sign has a positive
/// skewness. "Bright or dark" in docs/method/1-image-model.md.
/// </remarks>
public static class ContrastSearch
{
    // At 20 Å even fifty particles gave a clear answer on every set tried.
    private const int MostParticles = 500;
    private const double ResolutionAngstrom = 20;

    /// <summary>
    /// A coarse map of some of the particles, their sign as it is; inverted (<see cref="MapContrast"/>) where it is wrong.
    /// </summary>
    /// <param name="set">Particles.</param>
    /// <param name="scratchFolder">Folder for a small cache, removed again.</param>
    /// <param name="threadCount">Most threads at work.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="SingleParticle.Formats.DataFileException">Images are missing, damaged, or not as the particles say.</exception>
    public static Volume CoarseMap(ParticleSet set, string scratchFolder, int threadCount, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(scratchFolder);
        var count = Math.Min(MostParticles, set.Particles.Length);
        int[] rows = [.. Enumerable.Range(0, count).Select(i => (int)((long)i * set.Particles.Length / count))];
        var folder = Directory.CreateDirectory(Path.Combine(scratchFolder, "contrast")).FullName;
        try
        {
            var optics = set.OpticsGroups[0];
            var preparation = new PreparationOptions
            {
                CacheFolder = folder,
                WorkingBoxPixels = WorkingBox.For(optics.BoxPixels, optics.PixelSizeAngstrom, ResolutionAngstrom),
                FirstShell = 1,
                MagnificationCorrection = MagnificationCorrection.Apply,
                ThreadCount = threadCount,
            };
            using var data = EstimationData.Prepare(
                ParticleSubset.Of(set, rows), preparation, new EstimationOptions { HalfSplit = HalfSplit.Drawn }, null, cancel);
            return Reconstruct(data, threadCount, cancel);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Volume Reconstruct(EstimationData data, int threadCount, CancellationToken cancel)
    {
        var engine = new EstimationEngine(data, new CpuDevice(threadCount), mask: null);
        var scale = new double[data.Count];
        Array.Fill(scale, 1);
        using var statistics = engine.BackProject(1, _ => 0, scale, ConsensusEstimator.NoiseOfImages(data), cancel);
        return new HalfMapSolver(data, threadCount).Solve(statistics.Fold(0), statistics.Fold(1), mask: null).Map;
    }
}
