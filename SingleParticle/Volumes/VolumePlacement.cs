namespace SingleParticle.Volumes;

/// <summary>Where a volume lies in the coordinates that atomic models use.</summary>
public static class VolumePlacement
{
    /// <summary>Position (x, y, z) of the first voxel in Å: ORIGIN where it is set, else NSTART times the pixel size.</summary>
    /// <param name="volume">The volume.</param>
    public static (double X, double Y, double Z) CornerAngstrom(Volume volume)
    {
        ArgumentNullException.ThrowIfNull(volume);
        var (start, size) = (volume.StartVoxels, volume.PixelSizeAngstrom);
        return volume.OriginAngstrom == default ? (start.X * size, start.Y * size, start.Z * size) : volume.OriginAngstrom;
    }

    /// <summary>Position of the first voxel of another box whose centre, voxel box / 2, lies where that of a volume does, Å.</summary>
    /// <param name="volume">The volume.</param>
    /// <param name="boxVoxels">Edge of the other box in voxels.</param>
    /// <param name="pixelSizeAngstrom">Its pixel size in Å.</param>
    public static (double X, double Y, double Z) CornerOfBoxAround(Volume volume, int boxVoxels, double pixelSizeAngstrom)
    {
        var (x, y, z) = CornerAngstrom(volume);
        var shift = (volume.BoxVoxels / 2 * volume.PixelSizeAngstrom) - (boxVoxels / 2 * pixelSizeAngstrom);
        return (x + shift, y + shift, z + shift);
    }
}
