namespace SingleParticle.Volumes;

/// <summary>A cubic density map on a regular grid.</summary>
/// <remarks>
/// Values are laid out [z, y, x], x fastest: index = (z * Box + y) * Box + x. The origin of the particle's frame is voxel
/// Box / 2 (integer division) on every axis. No axis is flipped.
/// </remarks>
public sealed class Volume
{
    /// <summary>Wraps values without copying them.</summary>
    /// <param name="boxVoxels">Edge length in voxels.</param>
    /// <param name="pixelSizeAngstrom">Edge of a voxel in Å.</param>
    /// <param name="values">Density, [z, y, x], exactly boxVoxels³ of them.</param>
    /// <exception cref="ArgumentException">The number of values is not the cube of the box, or a size is not positive.</exception>
    public Volume(int boxVoxels, double pixelSizeAngstrom, float[] values)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(boxVoxels);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pixelSizeAngstrom);
        ArgumentNullException.ThrowIfNull(values);
        if (values.LongLength != (long)boxVoxels * boxVoxels * boxVoxels)
            throw new ArgumentException(
                $"a volume of box {boxVoxels} has {(long)boxVoxels * boxVoxels * boxVoxels} values, not {values.LongLength}",
                nameof(values));
        BoxVoxels = boxVoxels;
        PixelSizeAngstrom = pixelSizeAngstrom;
        Values = values;
    }

    /// <summary>An empty volume of zeros.</summary>
    /// <param name="boxVoxels">Edge length in voxels.</param>
    /// <param name="pixelSizeAngstrom">Edge of a voxel in Å.</param>
    public Volume(int boxVoxels, double pixelSizeAngstrom)
        : this(boxVoxels, pixelSizeAngstrom, new float[(long)boxVoxels * boxVoxels * boxVoxels])
    {
    }

    /// <summary>Edge length in voxels.</summary>
    public int BoxVoxels { get; }

    /// <summary>Edge of a voxel in Å.</summary>
    public double PixelSizeAngstrom { get; }

    /// <summary>Density, [z, y, x], x fastest.</summary>
    public float[] Values { get; }

    /// <summary>The header's ORIGIN (x, y, z) in Å, kept for programs that place atomic models by it.</summary>
    public (double X, double Y, double Z) OriginAngstrom { get; init; }

    /// <summary>The header's NXSTART, NYSTART, NZSTART in voxels, kept as read.</summary>
    public (int X, int Y, int Z) StartVoxels { get; init; }

    /// <summary>The index of a voxel in <see cref="Values"/>.</summary>
    /// <param name="x">Column, 0-based.</param>
    /// <param name="y">Row, 0-based.</param>
    /// <param name="z">Section, 0-based.</param>
    public int IndexOf(int x, int y, int z) => ((z * BoxVoxels) + y) * BoxVoxels + x;

    /// <summary>The same grid, origin and start with other values.</summary>
    /// <param name="values">Density, [z, y, x].</param>
    public Volume WithValues(float[] values) =>
        new(BoxVoxels, PixelSizeAngstrom, values) { OriginAngstrom = OriginAngstrom, StartVoxels = StartVoxels };
}
