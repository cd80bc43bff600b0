namespace SingleParticle.Particles;

/// <summary>A map or mask of a CryoSPARC result.</summary>
/// <param name="Slot">map, map_half_A, map_half_B or mask.</param>
/// <param name="Path">Full path of the .mrc.</param>
/// <param name="BoxVoxels">Voxels on every edge.</param>
/// <param name="PixelSizeAngstrom">Edge of a voxel in Å.</param>
public sealed record CryosparcMap(string Slot, string Path, int BoxVoxels, double PixelSizeAngstrom);
