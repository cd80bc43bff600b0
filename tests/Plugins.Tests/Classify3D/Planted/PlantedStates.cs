using SingleParticle.Volumes;

namespace Plugins.Tests.Classify3D.Planted;

/// <summary>Maps of planted states: a body of blobs that all share, and one more blob each, in its own place.</summary>
internal static class PlantedStates
{
    /// <summary>Box of maps and images.</summary>
    public const int Box = 32;

    /// <summary>Pixel size in Å.</summary>
    public const double PixelSizeAngstrom = 4;

    private const double BlobWidthVoxels = 1.6;

    private static readonly (double X, double Y, double Z)[] Body = [(0, 0, 0), (3, 1, -2), (-2, 3, 2), (1, -4, 1), (-3, -1, -4)];
    private static readonly (double X, double Y, double Z)[] Own = [(6, 2, 3), (-5, 4, -3), (2, -6, 5)];

    /// <summary>The map of one state.</summary>
    /// <param name="state">0, 1 or 2.</param>
    /// <param name="symmetry">Symmetry of the state.</param>
    public static Volume Map(int state, PlantedSymmetry symmetry = PlantedSymmetry.C1)
    {
        var map = new Volume(Box, PixelSizeAngstrom);
        foreach (var blob in Body)
            Add(map, blob, 1, symmetry);
        Add(map, Own[state], 1.5, symmetry);
        return map;
    }

    private static void Add(Volume map, (double X, double Y, double Z) centre, double height, PlantedSymmetry symmetry)
    {
        for (var turn = 0; turn < (symmetry == PlantedSymmetry.C4 ? 4 : 1); turn++)
        {
            Add(map, centre, height);
            centre = (-centre.Y, centre.X, centre.Z);
        }
    }

    private static void Add(Volume map, (double X, double Y, double Z) centre, double height)
    {
        for (var i = 0; i < map.Values.Length; i++)
        {
            var (x, y, z) =
                ((i % Box) - (Box / 2) - centre.X, (i / Box % Box) - (Box / 2) - centre.Y, (i / (Box * Box)) - (Box / 2) - centre.Z);
            map.Values[i] += (float)(height * Math.Exp(-((x * x) + (y * y) + (z * z)) / (2 * BlobWidthVoxels * BlobWidthVoxels)));
        }
    }
}
