using SingleParticle.Compute;
using SingleParticle.Projection;
using SingleParticle.Statistics;
using SingleParticle.Volumes;

namespace SingleParticle.Estimation;

/// <summary>Reconstructs maps from the statistics of two half-sets, each map regularised by the FSC of its own halves.</summary>
/// <remarks>Equations 7 and 8 of docs/method/3-classification.md.</remarks>
public sealed class HalfMapSolver
{
    /// <summary>
    /// 1 / tau² of half maps relative to den: enough to keep frequencies that no particle has seen finite, too little to bend the FSC.
    /// </summary>
    public const double WeakPriorShare = 0.1;

    /// <summary>What the weak regularisation leaves of a half map's density.</summary>
    public const double HalfMapGain = 1 / (1 + WeakPriorShare);

    private const double ResolutionThreshold = 0.143;

    private readonly double _pixelSizeAngstrom;
    private readonly int _threadCount;

    /// <summary>Prepares for maps of a set of particles.</summary>
    /// <param name="data">The particles.</param>
    /// <param name="threadCount">Most threads at work.</param>
    public HalfMapSolver(EstimationData data, int threadCount)
        : this((data ?? throw new ArgumentNullException(nameof(data))).WorkingPixelSizeAngstrom, threadCount)
    {
    }

    /// <summary>Prepares for maps of any box.</summary>
    /// <param name="pixelSizeAngstrom">Voxel size of the maps in Å.</param>
    /// <param name="threadCount">Most threads at work.</param>
    public HalfMapSolver(double pixelSizeAngstrom, int threadCount) =>
        (_pixelSizeAngstrom, _threadCount) = (pixelSizeAngstrom, threadCount);

    /// <summary>Reconstructs half maps, weakly regularised, and their FSC; the map of both is left to the caller (it is half A).</summary>
    /// <param name="halfA">Statistics of half-set A.</param>
    /// <param name="halfB">Statistics of half-set B.</param>
    /// <param name="mask">Where the FSC is taken; null for everywhere.</param>
    public RegularisedMap SolveHalves(FoldedStatistics halfA, FoldedStatistics halfB, Volume? mask)
    {
        ArgumentNullException.ThrowIfNull(halfA);
        ArgumentNullException.ThrowIfNull(halfB);
        FoldedStatistics[] halves = [halfA, halfB];
        var maps = new Volume[halves.Length];
        WorkPartition.Run(halves.Length, _threadCount, half => maps[half] = SolveWeakly(halves[half]));
        var (mapA, mapB) = (maps[0], maps[1]);
        var curve = FourierShellCorrelation.Between(Masked(mapA, mask), Masked(mapB, mask), _threadCount);
        var own = curve.Values.Take(halfA.Plan.ShellCount).ToArray();
        var resolution = curve.ResolutionAngstrom(ResolutionThreshold);
        return new RegularisedMap(mapA, new HalfMaps(mapA, mapB), own, resolution) { PriorCorrelations = own };
    }

    /// <summary>Reconstructs one map, pulled towards zero.</summary>
    /// <param name="halfA">Statistics of half-set A.</param>
    /// <param name="halfB">Statistics of half-set B.</param>
    /// <param name="mask">Where the FSC is taken; null for everywhere.</param>
    /// <param name="correlations">FSC to use in place of the map's own, by shell from radius 0; null for its own.</param>
    public RegularisedMap Solve(FoldedStatistics halfA, FoldedStatistics halfB, Volume? mask, double[]? correlations = null)
    {
        var halves = SolveHalves(halfA, halfB, mask);
        return Combine(halfA, halfB, halves with { PriorCorrelations = correlations ?? halves.Correlations });
    }

    /// <summary>Reconstructs one map, pulled towards another by how well its halves' differences from the other's halves agree.</summary>
    /// <param name="halfA">Statistics of half-set A.</param>
    /// <param name="halfB">Statistics of half-set B.</param>
    /// <param name="mask">Where the FSC is taken; null for everywhere.</param>
    /// <param name="prior">Map that the result is pulled towards, with its half maps.</param>
    /// <param name="differenceMask">Where the differences are compared; null for everywhere.</param>
    public RegularisedMap SolveTowards(
        FoldedStatistics halfA, FoldedStatistics halfB, Volume? mask, RegularisedMap prior, Volume? differenceMask)
    {
        ArgumentNullException.ThrowIfNull(prior);
        var halves = SolveHalves(halfA, halfB, mask);
        var curve = FourierShellCorrelation.Between(
            Masked(Difference(halves.HalfA, prior.HalfA), differenceMask),
            Masked(Difference(halves.HalfB, prior.HalfB), differenceMask),
            _threadCount);
        var correlations = curve.Values.Take(halves.Correlations.Length).ToArray();
        return Combine(halfA, halfB, halves with { PriorCorrelations = correlations }, prior.Map);
    }

    /// <summary>The map of both halves together; half maps and FSC stay as they are.</summary>
    /// <param name="halfA">Statistics of half-set A.</param>
    /// <param name="halfB">Statistics of half-set B.</param>
    /// <param name="before">Half maps, FSC, and the FSC that sets the prior's strength.</param>
    /// <param name="priorMean">Map that the result is pulled towards; null for zero.</param>
    public RegularisedMap Combine(FoldedStatistics halfA, FoldedStatistics halfB, RegularisedMap before, Volume? priorMean = null)
    {
        ArgumentNullException.ThrowIfNull(halfA);
        ArgumentNullException.ThrowIfNull(halfB);
        ArgumentNullException.ThrowIfNull(before);
        var both = halfA.Plus(halfB);
        var power = both.DenominatorByShell();
        var prior = SignalPrior.InversePower(before.PriorCorrelations, power, DataShare.Both);
        return before with
        {
            Map = Reconstruction.Solve(both, prior, _pixelSizeAngstrom, _threadCount, priorMean),
        };
    }

    /// <summary>One map plus another.</summary>
    /// <param name="map">Density.</param>
    /// <param name="added">What is added, on the same grid.</param>
    public static Volume Sum(Volume map, Volume added)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(added);
        var values = new float[map.Values.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = map.Values[i] + added.Values[i];
        return map.WithValues(values);
    }

    /// <summary>One map minus another.</summary>
    /// <param name="map">Density.</param>
    /// <param name="subtracted">What is taken off, on the same grid.</param>
    public static Volume Difference(Volume map, Volume subtracted)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(subtracted);
        var values = new float[map.Values.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = map.Values[i] - subtracted.Values[i];
        return map.WithValues(values);
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
