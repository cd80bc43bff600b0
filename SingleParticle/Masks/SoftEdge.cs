using SingleParticle.Volumes;

namespace SingleParticle.Masks;

/// <summary>Bodies grown by a distance and given a soft cosine edge.</summary>
public static class SoftEdge
{
    /// <summary>
    /// 1 within <paramref name="extendVoxels"/> of the body, falling as 0.5 + 0.5 cos(pi d / w) to 0 over the edge width w.
    /// </summary>
    /// <param name="body">Which voxels belong to the body, [z, y, x].</param>
    /// <param name="grid">Grid, origin and start of the mask.</param>
    /// <param name="extendVoxels">Distance by which the body grows, in voxels; negative shrinks it.</param>
    /// <param name="edgeVoxels">Width w of the edge outside the grown body, in voxels; 0 for a hard edge.</param>
    /// <param name="threadCount">Most threads at work.</param>
    public static Volume Create(ReadOnlySpan<bool> body, Volume grid, double extendVoxels, double edgeVoxels, int threadCount)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentOutOfRangeException.ThrowIfNegative(edgeVoxels);
        var outside = DistanceTransform.Squared(
            extendVoxels < 0 ? Eroded(body, grid.BoxVoxels, -extendVoxels, threadCount) : body, grid.BoxVoxels, threadCount);
        var extend = Math.Max(0, extendVoxels);
        for (var i = 0; i < outside.Length; i++)
            outside[i] = Height(Math.Sqrt(outside[i]) - extend, edgeVoxels);
        return grid.WithValues(outside);
    }

    /// <summary>Height of the edge at a distance outside the body.</summary>
    /// <param name="distanceVoxels">Distance from the grown body in voxels; not positive inside.</param>
    /// <param name="edgeVoxels">Width of the edge in voxels.</param>
    public static float Height(double distanceVoxels, double edgeVoxels)
    {
        if (distanceVoxels <= 0)
            return 1;
        return distanceVoxels >= edgeVoxels ? 0 : (float)(0.5 + (0.5 * Math.Cos(Math.PI * distanceVoxels / edgeVoxels)));
    }

    private static bool[] Eroded(ReadOnlySpan<bool> body, int boxVoxels, double byVoxels, int threadCount)
    {
        var complement = body.ToArray();
        MaskBody.Complement(complement);
        var inside = DistanceTransform.Squared(complement, boxVoxels, threadCount);
        for (var i = 0; i < complement.Length; i++)
            complement[i] = inside[i] > byVoxels * byVoxels;
        return complement;
    }
}
