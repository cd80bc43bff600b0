using System.Runtime.CompilerServices;

namespace SingleParticle.Projection;

/// <summary>Where a half volume of Fourier voxels lies in memory: a ball of frequencies, with a margin so that taps never wrap.</summary>
/// <remarks>
/// Centred integer frequencies (x, y, z) in cycles per grid. Slices reach coordinates with x >= 0 inside the ball of
/// <see cref="RadiusVoxels"/>; a voxel is stored exactly when a tap of such a coordinate can fall on it, margins holding periodic
/// and Friedel copies. Rows run along x, from x = -1; row (y, z) starts at voxel RowStarts[(z + Half) * Side + (y + Half)]. Storing
/// the ball alone takes a little over half the memory of the cube.
/// </remarks>
public sealed class FourierGrid
{
    /// <summary>Radius, in parts of the grid's edge, within which density is projected to 3e-3 or better (docs/decisions/0002).</summary>
    public const double LargestDensityRadius = 0.375;

    /// <summary>Rows are whole blocks of so many voxels.</summary>
    internal const int VoxelsPerBlock = 4;

    /// <summary>How far beyond the ball, in its radius squared, a coordinate may lie by rounding.</summary>
    internal const double RadiusSlack = 4e-6;

    private readonly int[] rowStarts;
    private readonly int[] rowLengths;

    /// <summary>Lays out a grid.</summary>
    /// <param name="boxVoxels">Edge n of the working box, whose indices the images use.</param>
    /// <param name="gridVoxels">Edge m of the Fourier grid, at least n: n for no padding.</param>
    /// <param name="radiusPixels">Largest frequency that slices reach, in cycles per box, at most n / 2.</param>
    public FourierGrid(int boxVoxels, int gridVoxels, double radiusPixels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(boxVoxels, 4);
        ArgumentOutOfRangeException.ThrowIfLessThan(gridVoxels, boxVoxels);
        ArgumentOutOfRangeException.ThrowIfNotEqual(gridVoxels % 2, 0);
        ArgumentOutOfRangeException.ThrowIfNotEqual(boxVoxels % 2, 0);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(radiusPixels);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(radiusPixels, boxVoxels / 2.0);
        BoxVoxels = boxVoxels;
        GridVoxels = gridVoxels;
        RadiusVoxels = radiusPixels * gridVoxels / boxVoxels;
        Half = (int)Math.Floor(RadiusVoxels * (1 + RadiusSlack)) + InterpolationKernel.Reach;
        Side = (2 * Half) + 1;
        rowStarts = GC.AllocateArray<int>(Side * Side, pinned: true);
        rowLengths = new int[Side * Side];
        VoxelCount = LayRows();
    }

    /// <summary>Edge n of the working box in voxels.</summary>
    public int BoxVoxels { get; }

    /// <summary>Edge m of the Fourier grid in voxels.</summary>
    public int GridVoxels { get; }

    /// <summary>Largest coordinate that slices reach, in grid voxels.</summary>
    public double RadiusVoxels { get; }

    /// <summary>Largest |y| and |z| with a row.</summary>
    public int Half { get; }

    /// <summary>Rows per axis, 2 Half + 1.</summary>
    public int Side { get; }

    /// <summary>Voxels stored.</summary>
    public int VoxelCount { get; }

    /// <summary>First voxel (x = -1) of every row, [z, y]; pinned.</summary>
    public ReadOnlySpan<int> RowStarts => rowStarts;

    /// <summary>Voxels of every row, [z, y]; 0 where no tap can fall.</summary>
    public ReadOnlySpan<int> RowLengths => rowLengths;

    /// <summary>A grid for density that lies within a radius: unpadded wherever the kernel is accurate enough on the bare box.</summary>
    /// <param name="boxVoxels">Edge n of the working box in voxels.</param>
    /// <param name="radiusPixels">Largest frequency that slices reach, in cycles per box.</param>
    /// <param name="densityRadiusVoxels">Radius from the origin within which the density lies, in voxels of the box.</param>
    /// <remarks>Where the density reaches further than <see cref="LargestDensityRadius"/>, the grid is padded just enough.</remarks>
    public static FourierGrid For(int boxVoxels, double radiusPixels, double densityRadiusVoxels)
    {
        var least = Math.Max(boxVoxels, densityRadiusVoxels / LargestDensityRadius);
        var gridVoxels = boxVoxels;
        while (gridVoxels < least || !IsSmooth(gridVoxels)) gridVoxels += 2;
        return new FourierGrid(boxVoxels, gridVoxels, radiusPixels);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int RowIndex(int y, int z) => ((z + Half) * Side) + y + Half;

    /// <summary>First row of a slab of sections; for the slab after the last, the end of all rows.</summary>
    internal int FirstRow(int slab, int slabCount) => Side * slab / slabCount * Side;

    private static bool IsSmooth(int size)
    {
        foreach (var prime in new[] { 2, 3, 5 })
            while (size % prime == 0)
                size /= prime;
        return size == 1;
    }

    private int LayRows()
    {
        long next = 0;
        for (var z = -Half; z <= Half; z++)
            for (var y = -Half; y <= Half; y++)
            {
                var row = RowIndex(y, z);
                rowStarts[row] = (int)next;
                rowLengths[row] = RowLength(y, z);
                next += rowLengths[row];
                if (next > int.MaxValue)
                {
                    throw new ArgumentException(
                        $"a Fourier grid of {GridVoxels} voxels per edge has more than 2^31 voxels; use a smaller working box");
                }
            }
        return (int)next;
    }

    /// <remarks>The coordinate that puts a tap on (y, z) is at least |y| - Reach, |z| - Reach from the centre on those axes.</remarks>
    private int RowLength(int y, int z)
    {
        double nearY = Math.Max(0, Math.Abs(y) - InterpolationKernel.Reach);
        double nearZ = Math.Max(0, Math.Abs(z) - InterpolationKernel.Reach);
        // A little to spare: coordinates are rounded to float before their floor is taken.
        var square = (RadiusVoxels * RadiusVoxels * (1 + RadiusSlack)) - (nearY * nearY) - (nearZ * nearZ);
        if (square < 0) return 0;
        var length = (int)Math.Floor(Math.Sqrt(square)) + InterpolationKernel.Reach + InterpolationKernel.TapsBelow + 1;
        return (length + VoxelsPerBlock - 1) / VoxelsPerBlock * VoxelsPerBlock;
    }
}
