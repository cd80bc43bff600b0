using SingleParticle.Volumes;

namespace SingleParticle.Estimation;

/// <summary>A map made from two half-sets: the filtered sum and its two nearly unfiltered halves.</summary>
/// <param name="Map">Both halves together, regularised by their FSC.</param>
/// <param name="Halves">Its half maps, with only the weak regularisation that keeps empty frequencies finite.</param>
/// <param name="Correlations">FSC between the halves by shell, from radius 0.</param>
/// <param name="ResolutionAngstrom">Where the FSC falls below 0.143, Å.</param>
public sealed record RegularisedMap(Volume Map, IHalfMaps Halves, double[] Correlations, double ResolutionAngstrom)
{
    /// <summary>Map of half-set A.</summary>
    public Volume HalfA => Halves.A;

    /// <summary>Map of half-set B.</summary>
    public Volume HalfB => Halves.B;

    /// <summary>
    /// FSC that sets how strongly the prior pulls, by shell: between the halves, or between their differences from the prior's halves.
    /// </summary>
    public double[] PriorCorrelations { get; init; } = Correlations;
}
