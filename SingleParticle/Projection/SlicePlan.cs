using SingleParticle.Fourier;

namespace SingleParticle.Projection;

/// <summary>Which pixels a slice has, on which grid, and the one constant between a map's transform and an image's.</summary>
/// <remarks>
/// The pixels are those of a <see cref="HalfPlane"/>, ordered by shell. An image of N pixels is transformed with the unitary factor
/// 1 / N; a map on the working box of n voxels holds density values, whose unnormalised transform FT is (N / n)³ times too small
/// for that image. Hence (P V)(k) = <see cref="Scale"/> FT(V)(k) with Scale = (N / n)³ / N
/// (docs/method/2-projection.md, equation 2.2). Immutable; safe to share between threads.
/// </remarks>
public sealed class SlicePlan
{
    private const int LowFrequencyBoxVoxels = 24;
    private const int LastLowFrequencyShell = 10;

    private readonly float[] x;
    private readonly float[] y;
    private readonly int[] shellStarts;

    /// <summary>Plans slices of a half plane through maps on a grid.</summary>
    /// <param name="grid">Grid of the maps.</param>
    /// <param name="imageBoxPixels">Edge N of the original images in pixels.</param>
    /// <param name="plane">The pixels, in cycles per box.</param>
    /// <param name="lowShells">How statistics keep the lowest shells.</param>
    public SlicePlan(FourierGrid grid, int imageBoxPixels, HalfPlane plane, LowShells lowShells = LowShells.Exact)
        : this(grid, imageBoxPixels, plane, plane?.LastShell + 1 ?? 0)
    {
        // Without the first shells there is nothing to solve there.
        if (plane!.FirstShell > 1 || lowShells == LowShells.Divided) return;
        var lowGrid = LowFrequencyGrid(grid.BoxVoxels);
        var lastShell = Math.Min(Math.Min(LastLowFrequencyShell, (lowGrid.BoxVoxels / 2) - 1), ShellCount - 1);
        LowFrequency = new SlicePlan(lowGrid, imageBoxPixels, plane, lastShell + 1);
    }

    private SlicePlan(FourierGrid grid, int imageBoxPixels, HalfPlane? plane, int shellCount)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(plane);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(imageBoxPixels);
        Grid = grid;
        ImageBoxPixels = imageBoxPixels;
        var voxelsPerPixel = (float)grid.GridVoxels / grid.BoxVoxels;
        shellStarts = new int[shellCount + 1];
        for (var shell = 0; shell <= shellCount; shell++)
            shellStarts[shell] = plane.ShellOffsets[Math.Max(0, shell - plane.FirstShell)];
        x = new float[shellStarts[^1]];
        y = new float[shellStarts[^1]];
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = plane.X[i] * voxelsPerPixel;
            y[i] = plane.Y[i] * voxelsPerPixel;
        }
        var ratio = (double)imageBoxPixels / grid.BoxVoxels;
        Scale = ratio * ratio * ratio / imageBoxPixels;
    }

    /// <summary>The grid of the lowest shells, kept for statistics that are solved exactly.</summary>
    /// <param name="boxVoxels">Edge n of the working box in voxels.</param>
    public static FourierGrid LowFrequencyGrid(int boxVoxels)
    {
        var box = Math.Min(LowFrequencyBoxVoxels, boxVoxels);
        return new FourierGrid(box, 2 * box, box / 2.0);
    }

    /// <summary>Grid of the maps.</summary>
    public FourierGrid Grid { get; }

    /// <summary>Edge N of the original images in pixels.</summary>
    public int ImageBoxPixels { get; }

    /// <summary>Pixels of a slice.</summary>
    public int PixelCount => x.Length;

    /// <summary>Shells of a slice, counted from radius 0; those below the half plane's first are empty.</summary>
    public int ShellCount => shellStarts.Length - 1;

    /// <summary>First pixel of every shell, and one past the last pixel.</summary>
    public ReadOnlySpan<int> ShellStarts => shellStarts;

    /// <summary>Scale of a projection: (P V)(k) = Scale FT(V)(k).</summary>
    public double Scale { get; }

    /// <summary>The lowest shells on a grid twice as fine, for statistics that are solved exactly; null in that plan itself.</summary>
    internal SlicePlan? LowFrequency { get; }

    internal ReadOnlySpan<float> X => x;

    internal ReadOnlySpan<float> Y => y;
}
