using SingleParticle.Volumes;

namespace SingleParticle.Projection;

/// <summary>Which classes lie side by side in the blocks of <see cref="ClassMaps"/>.</summary>
/// <remarks>
/// A block is compared as a whole, so a particle is spared most of the blocks if alike classes share one. Nothing outside the maps sees
/// the order: scores come by class, bit by bit the same in any order. Immutable.
/// </remarks>
public sealed class ClassOrder
{
    // Alike or not shows in the coarse density; a cube of three voxels is enough and 27 times less to compare.
    private const int CubeVoxels = 3;
    private readonly int[] _classAt;
    private readonly int[] _placeOf;

    private ClassOrder(int[] classAt)
    {
        _classAt = classAt;
        _placeOf = new int[classAt.Length];
        for (var place = 0; place < classAt.Length; place++)
            _placeOf[classAt[place]] = place;
    }

    /// <summary>K.</summary>
    public int ClassCount => _classAt.Length;

    /// <summary>Classes in the order of their numbers.</summary>
    /// <param name="classCount">K.</param>
    public static ClassOrder AsGiven(int classCount) => new([.. Enumerable.Range(0, classCount)]);

    /// <summary>The first class not yet placed, then the seven most like it, and so on.</summary>
    /// <param name="maps">Map of every class, all on one box.</param>
    public static ClassOrder BySimilarity(IReadOnlyList<Volume> maps)
    {
        ArgumentNullException.ThrowIfNull(maps);
        if (maps.Count <= ClassMaps.ClassesPerBlock)
            return AsGiven(maps.Count);
        var coarse = maps.Select(Coarse).ToArray();
        var (order, left) = (new List<int>(maps.Count), Enumerable.Range(0, maps.Count).ToList());
        while (left.Count > 0)
        {
            var first = coarse[left[0]];
            // A class itself is nearest; among equals the lower number comes first.
            int[] block = [.. left.OrderBy(k => SquaredDistance(first, coarse[k])).Take(ClassMaps.ClassesPerBlock)];
            order.AddRange(block);
            left = [.. left.Except(block)];
        }

        return new ClassOrder([.. order]);
    }

    /// <summary>Class at a place.</summary>
    /// <param name="place">Place, 0-based, eight to a block.</param>
    public int ClassAt(int place) => _classAt[place];

    /// <summary>Place of a class.</summary>
    /// <param name="classIndex">Class, 0-based.</param>
    public int PlaceOf(int classIndex) => _placeOf[classIndex];

    private static float[] Coarse(Volume map)
    {
        var (n, side) = (map.BoxVoxels, (map.BoxVoxels + CubeVoxels - 1) / CubeVoxels);
        var cubes = new float[side * side * side];
        for (var z = 0; z < n; z++)
        {
            for (var y = 0; y < n; y++)
            {
                var (source, target) = (((z * n) + y) * n, ((z / CubeVoxels * side) + (y / CubeVoxels)) * side);
                for (var x = 0; x < n; x++)
                    cubes[target + (x / CubeVoxels)] += map.Values[source + x];
            }
        }

        return cubes;
    }

    private static double SquaredDistance(float[] first, float[] second)
    {
        var sum = 0.0;
        for (var i = 0; i < first.Length; i++)
        {
            var difference = (double)first[i] - second[i];
            sum += difference * difference;
        }

        return sum;
    }
}
