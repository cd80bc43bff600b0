using SingleParticle.Volumes;

namespace SingleParticle.Tests.Projection;

/// <summary>Density of Gaussian blobs inside a ball, drawn by a seed.</summary>
internal static class PhantomMap
{
    /// <param name="box">Edge in voxels.</param>
    /// <param name="radius">Blob centres lie within this part of the box from its origin.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="sigmaVoxels">Width of a blob.</param>
    public static Volume Blobs(int box, double radius, ulong seed, double sigmaVoxels = 0.8)
    {
        var random = new Random((int)seed);
        var map = new Volume(box, 2.0);
        for (var blob = 0; blob < 150; blob++)
        {
            double x, y, z;
            do
            {
                (x, y, z) = (Coordinate(random), Coordinate(random), Coordinate(random));
            }
            while ((x * x) + (y * y) + (z * z) > 1);
            var reach = radius * box;
            Add(map, ((x * reach) + (box / 2), (y * reach) + (box / 2), (z * reach) + (box / 2)), sigmaVoxels, random.NextDouble() + 0.2);
        }
        return map;
    }

    /// <summary>Independent normal values inside a ball: as hard a map as there is.</summary>
    public static Volume Noise(int box, double radius, ulong seed)
    {
        var random = new Random((int)seed);
        var map = new Volume(box, 2.0);
        for (var i = 0; i < map.Values.Length; i++)
        {
            var (x, y, z) = ((i % box) - (box / 2), (i / box % box) - (box / 2), (i / box / box) - (box / 2));
            var value = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            if ((x * x) + (y * y) + (z * z) < radius * radius * box * box) map.Values[i] = (float)value;
        }
        return map;
    }

    private static double Coordinate(Random random) => (2 * random.NextDouble()) - 1;

    private static void Add(Volume map, (double X, double Y, double Z) centre, double sigma, double height)
    {
        var reach = (int)Math.Ceiling(4 * sigma);
        for (var z = (int)centre.Z - reach; z <= (int)centre.Z + reach; z++)
            for (var y = (int)centre.Y - reach; y <= (int)centre.Y + reach; y++)
                for (var x = (int)centre.X - reach; x <= (int)centre.X + reach; x++)
                {
                    if (Math.Min(x, Math.Min(y, z)) < 0 || Math.Max(x, Math.Max(y, z)) >= map.BoxVoxels) continue;
                    var square = Math.Pow(x - centre.X, 2) + Math.Pow(y - centre.Y, 2) + Math.Pow(z - centre.Z, 2);
                    map.Values[map.IndexOf(x, y, z)] += (float)(height * Math.Exp(-square / (2 * sigma * sigma)));
                }
    }
}
