using SingleParticle.Volumes;

namespace Plugins.Tests.MaskTools;

/// <summary>Maps whose masks are known.</summary>
internal static class TestMaps
{
    public static Volume Of(int box, double pixelSizeAngstrom, Func<int, int, int, double> density)
    {
        var map = new Volume(box, pixelSizeAngstrom);
        for (var z = 0; z < box; z++)
        {
            for (var y = 0; y < box; y++)
            {
                for (var x = 0; x < box; x++)
                    map.Values[map.IndexOf(x, y, z)] = (float)density(x - (box / 2), y - (box / 2), z - (box / 2));
            }
        }

        return map;
    }

    /// <summary>A ball of density 1.</summary>
    public static Volume Ball(int box, double radiusVoxels, double pixelSizeAngstrom = 2, (int X, int Y, int Z) at = default) =>
        Of(box, pixelSizeAngstrom, (x, y, z) => Radius(x - at.X, y - at.Y, z - at.Z) <= radiusVoxels ? 1 : 0);

    /// <summary>Density that falls evenly from 1 in the centre.</summary>
    public static Volume Cone(int box, double pixelSizeAngstrom = 2) =>
        Of(box, pixelSizeAngstrom, (x, y, z) => 1 - (Radius(x, y, z) / box));

    public static double Radius(double x, double y, double z) => Math.Sqrt((x * x) + (y * y) + (z * z));
}
