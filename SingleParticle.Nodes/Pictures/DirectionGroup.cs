using SingleParticle.Geometry;

namespace SingleParticle.Nodes.Pictures;

/// <summary>Particles whose viewing directions are shown together.</summary>
/// <param name="Label">Name.</param>
/// <param name="Directions">Viewing directions, unit vectors.</param>
/// <param name="Colour">Colour of its mark; null for none.</param>
public sealed record DirectionGroup(string Label, IReadOnlyList<DoubleVector3> Directions, Rgb? Colour = null);
