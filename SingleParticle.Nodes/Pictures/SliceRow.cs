using SingleParticle.Volumes;

namespace SingleParticle.Nodes.Pictures;

/// <summary>One map of a sheet of slices.</summary>
/// <param name="Label">Name shown above its slices.</param>
/// <param name="Map">The map.</param>
/// <param name="Colour">Colour of its mark beside the name; null for none.</param>
public sealed record SliceRow(string Label, Volume Map, Rgb? Colour = null);
