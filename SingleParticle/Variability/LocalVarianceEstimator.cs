using SingleParticle.Estimation;
using SingleParticle.Projection;
using SingleParticle.Volumes;

namespace SingleParticle.Variability;

/// <summary>The variance of the local density over bootstrapped sets of particles, in closed form.</summary>
/// <remarks>
/// Equations 17 to 20 of docs/method/4-masks.md. A reconstruction from particles drawn with replacement is a sum of single particles'
/// parts with random weights; over infinitely many draws its variance is the sum of the squared parts, which one pass over the
/// particles yields, and what noise alone contributes is known. Sources: Penczek, Yang, Frank, Spahn 2006, DOI
/// 10.1016/j.jsb.2006.01.003 (bootstrap); Lin 1997, DOI 10.1093/biomet/84.2.309 (test of a variance component).
/// </remarks>
public sealed class LocalVarianceEstimator
{
    private const int FewestBackgroundVoxels = 50;

    private readonly EstimationData _data;
    private readonly ParticleModel _model;
    private readonly DensityWindow _window;
    private readonly int _threadCount;

    /// <summary>Prepares for a set of particles.</summary>
    /// <param name="data">The particles.</param>
    /// <param name="model">Their consensus, with solvent mask, noise and scales.</param>
    /// <param name="window">The change of density that is looked for.</param>
    /// <param name="threadCount">Most threads at work.</param>
    public LocalVarianceEstimator(EstimationData data, ParticleModel model, DensityWindow window, int threadCount)
    {
        (_data, _model, _window, _threadCount) = (data, model, window, threadCount);
    }

    /// <summary>Passes over the particles once.</summary>
    /// <param name="plan">Pixels and grid for maps within the mask.</param>
    /// <param name="advance">Told the number of particles done since the last call.</param>
    /// <param name="cancel">Stops the work.</param>
    public LocalVariance Estimate(SlicePlan plan, Action<int> advance, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(advance);
        var voxels = new VoxelSelection(_model.Mask);
        var sums = new SquaredSums(voxels.Indices, _data.WorkingBoxPixels);
        using var transform = new FourierVolume(plan, _model.Consensus, _threadCount);
        var window = _window.SliceOn(plan, _data.WorkingPixelSizeAngstrom);
        var tile = new ResidualTile(_data, _model, transform, window, _threadCount);
        // Inverted or empty particles (scale not above 0) tell nothing of the molecule.
        var records = Enumerable.Range(0, _data.Count).Where(record => _model.Scale[record] > 0).ToArray();
        foreach (var some in records.Chunk(ResidualTile.Length))
        {
            tile.Compare(some, cancel);
            sums.Add(tile, _threadCount, cancel);
            advance(some.Length);
        }

        return Judge(voxels, sums, records.Length);
    }

    private LocalVariance Judge(VoxelSelection voxels, SquaredSums sums, int particleCount)
    {
        var ratio = BackgroundRatio(voxels, sums);
        var deviation = Math.Sqrt(2 * sums.SquaredNoise);
        var significance = new Volume(_data.WorkingBoxPixels, _data.WorkingPixelSizeAngstrom);
        for (var i = 0; i < voxels.InsideCount && deviation > 0; i++)
            significance.Values[voxels.Indices[i]] = (float)(((sums.Values[i] / ratio) - sums.Noise) / deviation);
        var perRoot = sums.SquaredNoise > 0 ? Math.Sqrt(deviation / sums.SquaredNoise) : 0;
        return new LocalVariance(significance, perRoot, ratio, particleCount);
    }

    // The noise spectra take in what varies, and a fraction of a per cent matters with a million particles: the solvent, where nothing
    // but noise can vary, tells what is left to correct.
    private static double BackgroundRatio(VoxelSelection voxels, SquaredSums sums)
    {
        var background = sums.Values.AsSpan(voxels.InsideCount).ToArray();
        if (background.Length < FewestBackgroundVoxels || sums.Noise <= 0)
            return 1;
        Array.Sort(background);
        return background[background.Length / 2] / sums.Noise;
    }
}
