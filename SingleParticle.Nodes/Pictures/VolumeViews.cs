using SingleParticle.Volumes;

namespace SingleParticle.Nodes.Pictures;

/// <summary>Flat images of a volume along its three axes: xy, xz and yz.</summary>
public static class VolumeViews
{
    /// <summary>What the three images show, for headings.</summary>
    public static IReadOnlyList<string> Names { get; } = ["xy", "xz", "yz"];

    /// <summary>The three slices through a voxel.</summary>
    /// <param name="map">The volume.</param>
    /// <param name="voxel">The voxel.</param>
    public static float[][] Slices(Volume map, (int X, int Y, int Z) voxel) =>
    [
        Fill(map, (column, row) => map.Values[map.IndexOf(column, row, voxel.Z)]),
        Fill(map, (column, row) => map.Values[map.IndexOf(column, voxel.Y, row)]),
        Fill(map, (column, row) => map.Values[map.IndexOf(voxel.X, column, row)]),
    ];

    /// <summary>The mean along z, y and x.</summary>
    /// <param name="map">The volume.</param>
    public static float[][] Projections(Volume map) => Along(map, 0, (sum, value) => sum + value, 1f / map.BoxVoxels);

    /// <summary>The largest value along z, y and x.</summary>
    /// <param name="map">The volume.</param>
    public static float[][] Silhouettes(Volume map) => Along(map, float.NegativeInfinity, Math.Max, 1);

    private static float[] Fill(Volume map, Func<int, int, float> value)
    {
        var n = map.BoxVoxels;
        var image = new float[n * n];
        for (var i = 0; i < image.Length; i++)
            image[i] = value(i % n, i / n);
        return image;
    }

    private static float[][] Along(Volume map, float start, Func<float, float, float> add, float scale)
    {
        var n = map.BoxVoxels;
        float[][] images = [new float[n * n], new float[n * n], new float[n * n]];
        foreach (var image in images)
            Array.Fill(image, start);
        for (var row = 0; row < n * n; row++)
        {
            var (y, z) = (row % n, row / n);
            var values = map.Values.AsSpan(row * n, n);
            for (var x = 0; x < n; x++)
            {
                images[0][(y * n) + x] = add(images[0][(y * n) + x], values[x]);
                images[1][(z * n) + x] = add(images[1][(z * n) + x], values[x]);
                images[2][(z * n) + y] = add(images[2][(z * n) + y], values[x]);
            }
        }

        return Array.ConvertAll(images, image => Array.ConvertAll(image, value => value * scale));
    }
}
