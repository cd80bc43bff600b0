using SingleParticle.Estimation;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Maximization;

/// <summary>What maximisation gives.</summary>
/// <param name="Classes">Class maps V_k, their halves and FSC.</param>
/// <param name="Heterogeneity">Where classes differ, a gain between 0 and 1 for every voxel; null when it is not estimated.</param>
/// <param name="Leverage">
/// T [stage, m, k] as one list: by how much a particle of scale 1 that is wholly in class m raises its own log-likelihood of class k, by
/// its share of the maps, over the shells up to the end of a stage of comparison; empty where it is not known.
/// </param>
internal sealed record ClassMapSet(RegularisedMap[] Classes, Volume? Heterogeneity, double[] Leverage);
