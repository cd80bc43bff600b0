using SingleParticle.Projection;
using SingleParticle.Statistics;
using SingleParticle.Volumes;

namespace SingleParticle.Estimation;

/// <summary>Reconstructs maps from the statistics of two half-sets, each map regularised by the FSC of its own halves.</summary>
/// <remarks>Equations 7 and 8 of docs/method/3-classification.md.</remarks>
public sealed class HalfMapSolver
{
    // Half maps are regularised as if half of their power were signal down to a tenth: enough to keep frequencies that no particle
    // has seen finite, too little to bend the FSC.
    private const double WeakPriorShare = 0.1;
    private const double ResolutionThreshold = 0.143;

    private readonly double _pixelSizeAngstrom;
    private readonly int _threadCount;

    /// <summary>Prepares for maps of a set of particles.</summary>
    /// <param name="data">The particles.</param>
    /// <param name="threadCount">Most threads at work.</param>
    public HalfMapSolver(EstimationData data, int threadCount)
    {
        ArgumentNullException.ThrowIfNull(data);
        _pixelSizeAngstrom = data.WorkingPixelSizeAngstrom;
        _threadCount = threadCount;
    }

    /// <summary>Reconstructs one map.</summary>
    /// <param name="halfA">Statistics of half-set A.</param>
    /// <param name="halfB">Statistics of half-set B.</param>
    /// <param name="mask">Where the FSC is taken; null for everywhere.</param>
    /// <param name="correlations">FSC to use in place of the map's own, by shell from radius 0; null for its own.</param>
    public RegularisedMap Solve(FoldedStatistics halfA, FoldedStatistics halfB, Volume? mask, double[]? correlations = null)
    {
        ArgumentNullException.ThrowIfNull(halfA);
        ArgumentNullException.ThrowIfNull(halfB);
        var (mapA, mapB) = (SolveWeakly(halfA), SolveWeakly(halfB));
        var curve = FourierShellCorrelation.Between(Masked(mapA, mask), Masked(mapB, mask), _threadCount);
        var own = new double[halfA.Plan.ShellCount];
        for (var shell = 0; shell < own.Length; shell++)
            own[shell] = curve.Values[shell];
        var map = Combine(halfA, halfB, correlations ?? own);
        return new RegularisedMap(map, mapA, mapB, own, curve.ResolutionAngstrom(ResolutionThreshold));
    }

    /// <summary>The map of both halves together, filtered by a given FSC.</summary>
    /// <param name="halfA">Statistics of half-set A.</param>
    /// <param name="halfB">Statistics of half-set B.</param>
    /// <param name="correlations">FSC between half maps, by shell from radius 0.</param>
    public Volume Combine(FoldedStatistics halfA, FoldedStatistics halfB, double[] correlations)
    {
        ArgumentNullException.ThrowIfNull(halfA);
        ArgumentNullException.ThrowIfNull(halfB);
        var both = halfA.Plus(halfB);
        var prior = SignalPrior.InversePower(correlations, both.DenominatorByShell(), DataShare.Both);
        return Reconstruction.Solve(both, prior, _pixelSizeAngstrom, _threadCount);
    }

    /// <summary>A map times a mask.</summary>
    /// <param name="map">Density.</param>
    /// <param name="mask">Mask on the same grid; null leaves the map as it is.</param>
    public static Volume Masked(Volume map, Volume? mask)
    {
        ArgumentNullException.ThrowIfNull(map);
        if (mask is null)
            return map;
        var values = new float[map.Values.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = map.Values[i] * mask.Values[i];
        return map.WithValues(values);
    }

    private Volume SolveWeakly(FoldedStatistics statistics)
    {
        var prior = Array.ConvertAll(statistics.DenominatorByShell(), power => WeakPriorShare * power);
        return Reconstruction.Solve(statistics, prior, _pixelSizeAngstrom, _threadCount);
    }
}
