using SingleParticle.Estimation;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Maximization;

/// <summary>What maximisation gives.</summary>
/// <param name="Classes">Class maps V_k, their halves and FSC.</param>
/// <param name="Heterogeneity">Where classes differ, a gain between 0 and 1 for every voxel; null when it is not estimated.</param>
/// <param name="Leverage">
/// How much a particle of scale 1 that is wholly in a class raises its own log-likelihood of that class, by its share of the map.
/// </param>
internal sealed record ClassMapSet(RegularisedMap[] Classes, Volume? Heterogeneity, double[] Leverage);
