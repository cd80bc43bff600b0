using SingleParticle.Volumes;

namespace SingleParticle.Estimation;

/// <summary>A map made from two half-sets: the filtered sum and its two nearly unfiltered halves.</summary>
/// <param name="Map">Both halves together, regularised by their FSC.</param>
/// <param name="HalfA">Map of half-set A, with only the weak regularisation that keeps empty frequencies finite.</param>
/// <param name="HalfB">Map of half-set B, likewise.</param>
/// <param name="Correlations">FSC between the halves by shell, from radius 0.</param>
/// <param name="ResolutionAngstrom">Where the FSC falls below 0.143, Å.</param>
public sealed record RegularisedMap(Volume Map, Volume HalfA, Volume HalfB, double[] Correlations, double ResolutionAngstrom)
{
    /// <summary>
    /// FSC that sets how strongly the prior pulls, by shell: between the halves, or between their differences from the prior's halves.
    /// </summary>
    public double[] PriorCorrelations { get; init; } = Correlations;
}
