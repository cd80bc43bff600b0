using SingleParticle.Geometry;

namespace Plugin.Phantom.Molecules;

/// <summary>A blob of density.</summary>
/// <param name="Position">Centre, Å from the origin of the map.</param>
/// <param name="Weight">Integral of its density over space.</param>
internal readonly record struct PseudoAtom(DoubleVector3 Position, double Weight);
