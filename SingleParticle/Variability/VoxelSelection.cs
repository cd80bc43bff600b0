using SingleParticle.Volumes;

namespace SingleParticle.Variability;

/// <summary>The voxels at which variance is looked at: all within a mask, and a sample of the solvent around it.</summary>
internal sealed class VoxelSelection
{
    private const int BackgroundStep = 2;
    private const float Inside = 0.5f;

    /// <summary>Selects voxels within the largest sphere that the box holds.</summary>
    /// <param name="mask">Solvent mask.</param>
    public VoxelSelection(Volume mask)
    {
        var (n, radius) = (mask.BoxVoxels, (mask.BoxVoxels / 2) - 1);
        List<int> inside = [], background = [];
        for (var i = 0; i < mask.Values.Length; i++)
        {
            var (x, y, z) = PositionOf(i, n);
            if ((x * x) + (y * y) + (z * z) > radius * radius)
                continue;
            if (mask.Values[i] >= Inside)
                inside.Add(i);
            else if (mask.Values[i] == 0 && x % BackgroundStep == 0 && y % BackgroundStep == 0 && z % BackgroundStep == 0)
                background.Add(i);
        }

        Indices = [.. inside, .. background];
        InsideCount = inside.Count;
    }

    /// <summary>Indices of the voxels, those within the mask first.</summary>
    public int[] Indices { get; }

    /// <summary>Number of voxels within the mask.</summary>
    public int InsideCount { get; }

    /// <summary>Position (x, y, z) of a voxel from the centre of the box.</summary>
    /// <param name="index">Index of the voxel.</param>
    /// <param name="n">Edge of the box.</param>
    public static (int X, int Y, int Z) PositionOf(int index, int n) =>
        ((index % n) - (n / 2), (index / n % n) - (n / 2), (index / (n * n)) - (n / 2));
}
