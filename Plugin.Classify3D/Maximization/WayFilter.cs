using SingleParticle.Estimation;
using SingleParticle.Fourier;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Maximization;

/// <summary>What is kept of a way in which classes differ.</summary>
/// <remarks>Equations 15 and 20 of docs/method/3-classification.md.</remarks>
internal sealed class WayFilter
{
    /// <summary>Makes a filter.</summary>
    /// <param name="correlations">FSC between the way's halves by shell, from radius 0.</param>
    /// <param name="local">Gain h of every voxel, between 0 and 1; null for 1.</param>
    public WayFilter(double[] correlations, Volume? local)
    {
        Gains = Array.ConvertAll(correlations, correlation => 2 * correlation / (1 + correlation));
        Local = local;
    }

    /// <summary>Gain 2 c / (1 + c) of every shell.</summary>
    public double[] Gains { get; }

    /// <summary>Gain h of every voxel; null for 1.</summary>
    public Volume? Local { get; }

    /// <summary>Where any way is; null for everywhere.</summary>
    /// <param name="filters">One per way.</param>
    public static Volume? Union(IReadOnlyList<WayFilter> filters)
    {
        if (filters.Count == 0 || filters[0].Local is not { } first)
            return null;
        var values = (float[])first.Values.Clone();
        foreach (var filter in filters.Skip(1))
        {
            for (var i = 0; i < values.Length; i++)
                values[i] = Math.Max(values[i], filter.Local!.Values[i]);
        }

        return first.WithValues(values);
    }

    /// <summary>Filters the sum of both halves into the way.</summary>
    /// <param name="sum">A + B.</param>
    /// <param name="threadCount">Most threads at work.</param>
    public Volume Apply(Volume sum, int threadCount) => HalfMapSolver.Masked(
        FourierFilter.MultiplyShells(sum, Array.ConvertAll(Gains, gain => gain / 2), threadCount), Local);
}
