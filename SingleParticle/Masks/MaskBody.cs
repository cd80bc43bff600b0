namespace SingleParticle.Masks;

/// <summary>Bodies: the voxels of a map that belong to the molecule.</summary>
public static class MaskBody
{
    /// <summary>Voxels at or above a density.</summary>
    /// <param name="density">Map, [z, y, x].</param>
    /// <param name="threshold">Density.</param>
    public static bool[] AtLeast(ReadOnlySpan<float> density, double threshold)
    {
        var body = new bool[density.Length];
        for (var i = 0; i < body.Length; i++)
            body[i] = density[i] >= threshold;
        return body;
    }

    /// <summary>Keeps only the largest connected piece (voxels that share a face).</summary>
    /// <param name="body">Body; smaller pieces are removed.</param>
    /// <param name="boxVoxels">Edge of the cube in voxels.</param>
    /// <returns>Number of pieces there were.</returns>
    public static int KeepLargestPiece(bool[] body, int boxVoxels)
    {
        var labels = new int[body.Length];
        var sizes = new List<int> { 0 };
        var open = new Stack<int>();
        for (var seed = 0; seed < body.Length; seed++)
        {
            if (body[seed] && labels[seed] == 0)
                sizes.Add(Fill(body, labels, seed, sizes.Count, boxVoxels, open));
        }

        var largest = sizes.IndexOf(sizes.Max());
        for (var i = 0; i < body.Length; i++)
            body[i] = labels[i] == largest && largest > 0;
        return sizes.Count - 1;
    }

    private static int Fill(bool[] body, int[] labels, int seed, int label, int n, Stack<int> open)
    {
        var size = 0;
        labels[seed] = label;
        open.Push(seed);
        while (open.TryPop(out var voxel))
        {
            size++;
            var (x, y, z) = (voxel % n, voxel / n % n, voxel / (n * n));
            Visit(x > 0, voxel - 1);
            Visit(x < n - 1, voxel + 1);
            Visit(y > 0, voxel - n);
            Visit(y < n - 1, voxel + n);
            Visit(z > 0, voxel - (n * n));
            Visit(z < n - 1, voxel + (n * n));
        }

        return size;

        void Visit(bool inside, int neighbour)
        {
            if (!inside || !body[neighbour] || labels[neighbour] != 0)
                return;
            labels[neighbour] = label;
            open.Push(neighbour);
        }
    }
}
