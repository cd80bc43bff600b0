using SingleParticle.Compute;
using SingleParticle.Volumes;

namespace SingleParticle.Nodes.Pictures;

/// <summary>The surface of a map seen along an axis, lit from the upper left, for thumbnails.</summary>
/// <remarks>
/// Parallel rays, first crossing of the level, shaded by the density's gradient. With differences to a reference, density that the map
/// has more of is painted red and density that it lacks shines blue in front of what lies behind it.
/// </remarks>
public sealed class SurfacePicture
{
    private const double StepVoxels = 0.5;
    private static readonly Rgb More = Rgb.FromHex("#C81E1E");
    private static readonly Rgb Less = Rgb.FromHex("#2563EB");
    private static readonly (double X, double Y, double Z) Light = (-0.45, -0.55, -0.70);

    private readonly Volume _map;
    private readonly SliceWindow _window;

    /// <summary>Looks at a map.</summary>
    /// <param name="map">Map, best masked.</param>
    /// <param name="window">Part of the box that is shown.</param>
    public SurfacePicture(Volume map, SliceWindow window) => (_map, _window) = (map, window);

    /// <summary>Density at the surface.</summary>
    public required double Level { get; init; }

    /// <summary>Colour of the surface.</summary>
    public required Rgb Colour { get; init; }

    /// <summary>Map minus reference, on the same grid; null for a plain surface.</summary>
    public Volume? Difference { get; init; }

    /// <summary>Difference from which on the surface is painted.</summary>
    public double DifferenceLevel { get; init; } = double.PositiveInfinity;

    /// <summary>Renders a square PNG on white.</summary>
    /// <param name="axis">Axis along which one looks.</param>
    /// <param name="sidePixels">Edge of the picture.</param>
    /// <param name="threadCount">Most threads at work.</param>
    public byte[] ToPng(SliceAxis axis, int sidePixels, int threadCount)
    {
        var pixels = new Rgb[sidePixels * sidePixels];
        WorkPartition.Run(sidePixels, threadCount, row =>
        {
            for (var column = 0; column < sidePixels; column++)
                pixels[(row * sidePixels) + column] = Trace(
                    axis,
                    ((column + 0.5) / sidePixels * _window.SideVoxels) - 0.5,
                    ((row + 0.5) / sidePixels * _window.SideVoxels) - 0.5);
        });
        return Png.EncodeRgb(sidePixels, sidePixels, pixels);
    }

    private Rgb Trace(SliceAxis axis, double u, double v)
    {
        var haze = 0.0;
        for (var depth = 0.0; depth < _window.SideVoxels; depth += StepVoxels)
        {
            var (x, y, z) = Place(axis, u, v, depth);
            if (Difference is not null && Sample(Difference, x, y, z) < -DifferenceLevel)
                haze = Math.Min(0.72, haze + 0.10);
            if (Sample(_map, x, y, z) >= Level)
                return Shade(axis, x, y, z, depth).Mixed(Less, haze);
        }

        return new Rgb(255, 255, 255).Mixed(Less, haze);
    }

    private Rgb Shade(SliceAxis axis, double x, double y, double z, double depth)
    {
        var gradient = (
            X: Sample(_map, x + 1, y, z) - Sample(_map, x - 1, y, z),
            Y: Sample(_map, x, y + 1, z) - Sample(_map, x, y - 1, z),
            Z: Sample(_map, x, y, z + 1) - Sample(_map, x, y, z - 1));
        // In the picture's own axes: right, down, away.
        var normal = axis switch
        {
            SliceAxis.Z => (X: -gradient.X, Y: -gradient.Y, Z: -gradient.Z),
            SliceAxis.Y => (X: -gradient.X, Y: -gradient.Z, Z: -gradient.Y),
            _ => (X: -gradient.Y, Y: -gradient.Z, Z: -gradient.X),
        };
        var length = Math.Sqrt((normal.X * normal.X) + (normal.Y * normal.Y) + (normal.Z * normal.Z));
        var lit = length > 0 ? Math.Max(0, ((normal.X * Light.X) + (normal.Y * Light.Y) + (normal.Z * Light.Z)) / length) : 0.5;
        var surface = Difference is not null && Sample(Difference, x, y, z) > DifferenceLevel ? More : Colour;
        var near = 1 - (0.35 * depth / _window.SideVoxels);
        return new Rgb(0, 0, 0).Mixed(surface.Mixed(new Rgb(255, 255, 255), 0.35 * lit * lit), near * (0.38 + (0.62 * lit)));
    }

    private (double X, double Y, double Z) Place(SliceAxis axis, double u, double v, double depth) => axis switch
    {
        SliceAxis.Z => (_window.StartX + u, _window.StartY + v, _window.StartZ + depth),
        SliceAxis.Y => (_window.StartX + u, _window.StartY + depth, _window.StartZ + v),
        _ => (_window.StartX + depth, _window.StartY + u, _window.StartZ + v),
    };

    // Trilinear; nothing outside the box.
    private static double Sample(Volume volume, double x, double y, double z)
    {
        var n = volume.BoxVoxels;
        var (x0, y0, z0) = ((int)Math.Floor(x), (int)Math.Floor(y), (int)Math.Floor(z));
        if (x0 < 0 || y0 < 0 || z0 < 0 || x0 + 1 >= n || y0 + 1 >= n || z0 + 1 >= n)
            return 0;
        var (fx, fy, fz) = (x - x0, y - y0, z - z0);
        var (i, values) = (volume.IndexOf(x0, y0, z0), volume.Values);
        var near = Bilinear(values, i, n, fx, fy);
        return near + (fz * (Bilinear(values, i + (n * n), n, fx, fy) - near));
    }

    private static double Bilinear(float[] values, int i, int n, double fx, double fy)
    {
        var upper = values[i] + (fx * (values[i + 1] - values[i]));
        var lower = values[i + n] + (fx * (values[i + n + 1] - values[i + n]));
        return upper + (fy * (lower - upper));
    }
}
