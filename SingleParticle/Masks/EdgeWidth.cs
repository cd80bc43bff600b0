using SingleParticle.Volumes;

namespace SingleParticle.Masks;

/// <summary>Measures the width of a mask's soft edge. Equation 8 of docs/method/4-masks.md.</summary>
public static class EdgeWidth
{
    // The cosine is flat near 0 and 1: there a small error of the value would be a large one of the distance.
    private const float Lowest = 0.02f;
    private const float Highest = 0.98f;

    /// <summary>
    /// The w of the cosine edge 0.5 + 0.5 cos(pi r / w) that fits best, in voxels; 0 when no value lies between 0 and 1.
    /// </summary>
    /// <param name="mask">The mask.</param>
    /// <param name="threadCount">Most threads at work.</param>
    /// <remarks>
    /// A straight line is fitted through acos(2 v - 1) against the distance r to the nearest voxel of value 1; its slope is pi / w. The
    /// line need not go through the origin, because the surface from which an edge starts lies between voxels.
    /// </remarks>
    public static double Voxels(Volume mask, int threadCount)
    {
        ArgumentNullException.ThrowIfNull(mask);
        if (!Array.Exists(mask.Values, IsEdge))
            return 0;
        var squared = DistanceTransform.Squared(MaskBody.AtLeast(mask.Values, 1), mask.BoxVoxels, threadCount);
        double count = 0, sumX = 0, sumY = 0, sumXX = 0, sumXY = 0;
        for (var i = 0; i < squared.Length; i++)
        {
            if (!IsEdge(mask.Values[i]) || float.IsPositiveInfinity(squared[i]))
                continue;
            var (x, y) = (Math.Sqrt(squared[i]), Math.Acos((2.0 * mask.Values[i]) - 1));
            (count, sumX, sumY, sumXX, sumXY) = (count + 1, sumX + x, sumY + y, sumXX + (x * x), sumXY + (x * y));
        }

        var (spread, slope) = ((count * sumXX) - (sumX * sumX), (count * sumXY) - (sumX * sumY));
        // All edge voxels at one distance: the edge is one voxel on either side of them.
        return spread > 1e-9 * count * sumXX && slope > 0 ? Math.PI * spread / slope : count > 0 ? 2 * sumX / count : 0;
    }

    private static bool IsEdge(float value) => value is > Lowest and < Highest;
}
