using SingleParticle.Volumes;

namespace SingleParticle.Nodes.Pictures;

/// <summary>A mask whose edge is drawn over slices.</summary>
/// <param name="Name">Name for the legend.</param>
/// <param name="Mask">The mask; its edge is where it is one half.</param>
/// <param name="Colour">Colour of the line.</param>
public sealed record SliceOutline(string Name, Volume Mask, Rgb Colour);
