using SingleParticle.Volumes;

namespace SingleParticle.Estimation.Scales;

/// <summary>The map of all particles and, for every fold, the map of all particles but its own.</summary>
/// <param name="Whole">Map of all, with its half maps and FSC.</param>
/// <param name="Others">Map for the particles of each fold, filtered like the whole; the whole itself when there is one fold.</param>
public sealed record FoldMaps(RegularisedMap Whole, IReadOnlyList<Volume> Others);
