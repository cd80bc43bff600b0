using SingleParticle.Fourier;
using SingleParticle.Volumes;

namespace SingleParticle.Projection;

/// <summary>The map from its statistics: V = (num + M / tau²) / (den + 1 / tau²), M the prior mean, back in real space.</summary>
/// <remarks>docs/method/2-projection.md, equations 2.11 to 2.15; S. H. W. Scheres (2012), doi:10.1016/j.jmb.2011.11.010.</remarks>
public static class Reconstruction
{
    /// <summary>Reconstructs a map on the working box.</summary>
    /// <param name="statistics">Folded statistics.</param>
    /// <param name="inversePriorPower">1 / tau² of every shell in units of den; shells beyond the list are left empty.</param>
    /// <param name="pixelSizeAngstrom">Voxel size of the working box in Å.</param>
    /// <param name="threadCount">Most threads at work.</param>
    /// <param name="priorMean">Map on the working box that the prior pulls towards; null for zero.</param>
    public static Volume Solve(
        FoldedStatistics statistics,
        ReadOnlySpan<double> inversePriorPower,
        double pixelSizeAngstrom,
        int threadCount,
        Volume? priorMean = null)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        ArgumentOutOfRangeException.ThrowIfNotEqual(inversePriorPower.Length, statistics.Plan.ShellCount);
        var prior = inversePriorPower.ToArray();
        var mean = priorMean is null ? null : GridTransform.Quotient(priorMean, statistics.Plan, threadCount);
        var spectrum = new ComplexFloat[statistics.Numerator.Length];
        ShellIndex.ForEach(statistics.Plan, (index, shell, _) =>
        {
            if (shell >= prior.Length) return;
            var power = statistics.Denominator[index] + prior[shell];
            if (power <= 0) return;
            var data = mean is null ? statistics.Numerator[index] : statistics.Numerator[index] + (mean[index] * (float)prior[shell]);
            spectrum[index] = data * (float)(1 / power);
        });
        var map = GridTransform.Density(spectrum, statistics.Plan.Grid, 1 / statistics.Plan.Scale, pixelSizeAngstrom, threadCount);
        if (statistics.LowFrequency is { } low)
            LowFrequencyMerge.Apply(map, low, prior, priorMean, threadCount);
        return map;
    }

    /// <summary>P^T y, the exact adjoint of projection: what the numerator alone is in real space.</summary>
    /// <param name="statistics">Folded statistics.</param>
    /// <param name="pixelSizeAngstrom">Voxel size of the working box in Å.</param>
    /// <param name="threadCount">Most threads at work.</param>
    public static Volume Adjoint(FoldedStatistics statistics, double pixelSizeAngstrom, int threadCount)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        var grid = statistics.Plan.Grid;
        var scale = 0.5 * statistics.Plan.Scale * Math.Pow(grid.GridVoxels, 3);
        return GridTransform.Density(statistics.Numerator, grid, scale, pixelSizeAngstrom, threadCount);
    }
}
