using SingleParticle.Compute;

namespace SingleParticle.Masks;

/// <summary>Exact Euclidean distance of every voxel to a body. Equation 4 of docs/method/4-masks.md.</summary>
/// <remarks>
/// One pass along each axis, linear in the number of voxels: a sweep along x, then lower envelopes of parabolas along y and z.
/// Squared distances between voxels are whole numbers, exact in single precision up to box 2,300. Source: Felzenszwalb &amp;
/// Huttenlocher 2012, DOI 10.4086/toc.2012.v008a019.
/// </remarks>
public static class DistanceTransform
{
    // Lines that are neighbours along x share cache lines, so they are taken together.
    private const int TileWidth = 16;

    /// <summary>Squared distance in voxels² of every voxel to the nearest voxel of the body; infinite when the body is empty.</summary>
    /// <param name="body">Which voxels belong to the body, [z, y, x].</param>
    /// <param name="boxVoxels">Edge of the cube in voxels.</param>
    /// <param name="threadCount">Most threads at work.</param>
    /// <returns>Squared distances, [z, y, x]; the same bits on any number of threads.</returns>
    public static float[] Squared(ReadOnlySpan<bool> body, int boxVoxels, int threadCount)
    {
        var squared = new float[body.Length];
        for (var i = 0; i < squared.Length; i++)
            squared[i] = body[i] ? 0 : float.PositiveInfinity;
        var (row, plane) = (boxVoxels, boxVoxels * boxVoxels);
        WorkPartition.Run(boxVoxels, threadCount, z => SweepRows(squared.AsSpan(z * plane, plane), boxVoxels));
        WorkPartition.Run(boxVoxels, threadCount, z => TransformSheet(squared, boxVoxels, offset: z * plane, step: row));
        WorkPartition.Run(boxVoxels, threadCount, y => TransformSheet(squared, boxVoxels, offset: y * row, step: plane));
        return squared;
    }

    private static void SweepRows(Span<float> plane, int n)
    {
        for (var start = 0; start < plane.Length; start += n)
        {
            var row = plane.Slice(start, n);
            if (row.IndexOf(0f) < 0)
                continue;
            Sweep(row);
        }
    }

    private static void Sweep(Span<float> row)
    {
        var distance = float.PositiveInfinity;
        for (var x = 0; x < row.Length; x++)
        {
            distance = row[x] == 0 ? 0 : distance + 1;
            row[x] = distance;
        }

        for (var x = row.Length - 1; x >= 0; x--)
        {
            distance = Math.Min(row[x], distance + 1);
            row[x] = distance * distance;
        }
    }

    private static void TransformSheet(float[] squared, int n, int offset, int step)
    {
        var envelope = new LowerEnvelope(n);
        var tile = new float[TileWidth * n];
        for (var x = 0; x < n; x += TileWidth)
        {
            var width = Math.Min(TileWidth, n - x);
            for (var q = 0; q < n; q++)
            {
                var values = squared.AsSpan(offset + (q * step) + x, width);
                for (var lane = 0; lane < width; lane++)
                    tile[(lane * n) + q] = values[lane];
            }

            for (var lane = 0; lane < width; lane++)
                envelope.Transform(tile.AsSpan(lane * n, n));
            for (var q = 0; q < n; q++)
            {
                var values = squared.AsSpan(offset + (q * step) + x, width);
                for (var lane = 0; lane < width; lane++)
                    values[lane] = tile[(lane * n) + q];
            }
        }
    }
}
