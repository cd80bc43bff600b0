using SingleParticle.Statistics;
using SingleParticle.Volumes;

namespace SingleParticle.Tests.Masks;

/// <summary>Bodies for tests of masks, and what can be said of them voxel by voxel.</summary>
internal static class Bodies
{
    public static bool[] Random(int box, double density, ulong seed)
    {
        var random = new RandomStream(seed);
        var body = new bool[box * box * box];
        for (var i = 0; i < body.Length; i++)
            body[i] = random.NextDouble() < density;
        return body;
    }

    /// <summary>A smooth, irregular body: a sum of random waves above a level.</summary>
    public static Volume Waves(int box, ulong seed, double pixelSizeAngstrom = 1)
    {
        var random = new RandomStream(seed);
        var waves = Enumerable.Range(0, 12).Select(_ => Enumerable.Range(0, 4).Select(_ => random.NextGaussian()).ToArray()).ToArray();
        var map = new Volume(box, pixelSizeAngstrom);
        for (var i = 0; i < map.Values.Length; i++)
        {
            var (x, y, z) = At(i, box);
            map.Values[i] = (float)waves.Sum(wave => Math.Cos((((wave[0] * x) + (wave[1] * y) + (wave[2] * z)) * 5 / box) + (3 * wave[3])));
        }

        return map;
    }

    public static (int X, int Y, int Z) At(int index, int box) => (index % box, index / box % box, index / (box * box));

    public static int SquaredDistance(int a, int b, int box)
    {
        var (p, q) = (At(a, box), At(b, box));
        var (dx, dy, dz) = (p.X - q.X, p.Y - q.Y, p.Z - q.Z);
        return (dx * dx) + (dy * dy) + (dz * dz);
    }

    public static IEnumerable<int> FaceNeighbours(int index, int box)
    {
        var (x, y, z) = At(index, box);
        if (x > 0)
            yield return index - 1;
        if (x < box - 1)
            yield return index + 1;
        if (y > 0)
            yield return index - box;
        if (y < box - 1)
            yield return index + box;
        if (z > 0)
            yield return index - (box * box);
        if (z < box - 1)
            yield return index + (box * box);
    }

    /// <summary>Pieces by flooding from voxel to voxel: piece of every voxel, -1 outside.</summary>
    public static int[] Flooded(bool[] body, int box)
    {
        var pieces = new int[body.Length];
        Array.Fill(pieces, -1);
        var count = 0;
        for (var seed = 0; seed < body.Length; seed++)
        {
            if (!body[seed] || pieces[seed] >= 0)
                continue;
            var open = new Queue<int>([seed]);
            pieces[seed] = count;
            while (open.TryDequeue(out var voxel))
            {
                foreach (var next in FaceNeighbours(voxel, box).Where(next => body[next] && pieces[next] < 0))
                {
                    pieces[next] = count;
                    open.Enqueue(next);
                }
            }

            count++;
        }

        return pieces;
    }
}
