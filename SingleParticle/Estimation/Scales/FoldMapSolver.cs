using SingleParticle.Compute;
using SingleParticle.Projection;
using SingleParticle.Volumes;

namespace SingleParticle.Estimation.Scales;

/// <summary>Reconstructs a consensus and, with next to no more work, the consensus without each fold.</summary>
/// <remarks>Equation 5.4 of docs/method/5-scale.md.</remarks>
public sealed class FoldMapSolver
{
    private readonly HalfMapSolver _halves;
    private readonly double _pixelSizeAngstrom;
    private readonly int _threadCount;

    /// <summary>Prepares for maps of a set of particles.</summary>
    /// <param name="data">The particles.</param>
    /// <param name="threadCount">Most threads at work.</param>
    public FoldMapSolver(EstimationData data, int threadCount)
    {
        ArgumentNullException.ThrowIfNull(data);
        (_halves, _pixelSizeAngstrom, _threadCount) = (new HalfMapSolver(data, threadCount), data.WorkingPixelSizeAngstrom, threadCount);
    }

    /// <summary>Reconstructs all maps.</summary>
    /// <param name="statistics">Statistics of every part, as <see cref="EstimationEngine.MapIndex"/> counts them.</param>
    /// <param name="folds">Which particle is in which part.</param>
    /// <param name="mask">Where the FSC is taken; null for everywhere.</param>
    public FoldMaps Solve(IDeviceStatistics statistics, ParticleFolds folds, Volume? mask)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        ArgumentNullException.ThrowIfNull(folds);
        var parts = PartsOf(statistics);
        var (halfA, halfB) = HalvesOf(parts);
        var whole = _halves.Solve(halfA, halfB, mask);
        if (folds.Count == 1)
            return new FoldMaps(whole, [whole.Map]);
        var both = halfA.Plus(halfB);
        var prior = SignalPrior.InversePower(whole.Correlations, both.DenominatorByShell(), DataShare.Both);
        var others = new Volume[parts.Length];
        WorkPartition.Run(parts.Length, _threadCount, part => others[part] = Reconstruction.Solve(
            both.Minus(parts[part]), prior, _pixelSizeAngstrom, _threadCount));
        return new FoldMaps(whole, others);
    }

    /// <summary>Reconstructs the map of all particles alone.</summary>
    /// <param name="statistics">Statistics of every part.</param>
    /// <param name="mask">Where the FSC is taken; null for everywhere.</param>
    public RegularisedMap SolveWhole(IDeviceStatistics statistics, Volume? mask)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        var (halfA, halfB) = HalvesOf(PartsOf(statistics));
        return _halves.Solve(halfA, halfB, mask);
    }

    private FoldedStatistics[] PartsOf(IDeviceStatistics statistics)
    {
        var parts = new FoldedStatistics[statistics.MapCount];
        WorkPartition.Run(parts.Length, _threadCount, part => parts[part] = statistics.Fold(part));
        return parts;
    }

    private static (FoldedStatistics A, FoldedStatistics B) HalvesOf(FoldedStatistics[] parts) =>
        (Sum(parts.Where((_, i) => i % 2 == 0)), Sum(parts.Where((_, i) => i % 2 != 0)));

    private static FoldedStatistics Sum(IEnumerable<FoldedStatistics> parts) => parts.Aggregate((sum, part) => sum.Plus(part));
}
