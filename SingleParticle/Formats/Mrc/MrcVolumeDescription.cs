using SingleParticle.Collections;

namespace SingleParticle.Formats.Mrc;

/// <summary>What is known of a volume without reading its densities.</summary>
/// <param name="BoxVoxels">Voxels on every edge.</param>
/// <param name="PixelSizeAngstrom">Edge of a voxel in Å; null when the header says none.</param>
/// <param name="Warnings">What was odd and how it is taken, each naming file and field; empty for a clean file.</param>
public sealed record MrcVolumeDescription(int BoxVoxels, double? PixelSizeAngstrom, EquatableArray<string> Warnings);
