using SingleParticle.Volumes;

namespace SingleParticle.Masks;

/// <summary>How much volume lies at or above each density of a map.</summary>
/// <param name="Thresholds">Densities, ascending, evenly spaced.</param>
/// <param name="VolumesAngstrom3">Volume at or above each, Å³.</param>
public sealed record EnclosedVolumeCurve(IReadOnlyList<double> Thresholds, IReadOnlyList<double> VolumesAngstrom3)
{
    /// <summary>Counts the voxels of a map between two densities.</summary>
    /// <param name="map">The map.</param>
    /// <param name="low">Smallest density of the curve.</param>
    /// <param name="high">Largest density of the curve, above the smallest.</param>
    /// <param name="pointCount">Number of points, at least 2.</param>
    public static EnclosedVolumeCurve Of(Volume map, double low, double high, int pointCount)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentOutOfRangeException.ThrowIfLessThan(pointCount, 2);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(high, low);
        var thresholds = new double[pointCount];
        for (var i = 0; i < pointCount; i++)
            thresholds[i] = low + ((high - low) * i / (pointCount - 1));
        // reached[i]: voxels whose highest threshold reached is number i - 1.
        var reached = new long[pointCount + 1];
        foreach (var value in map.Values)
            reached[ReachedCount(thresholds, value, (value - low) / (high - low) * (pointCount - 1))]++;
        var (volumes, sum) = (new double[pointCount], 0L);
        for (var i = pointCount - 1; i >= 0; i--)
            volumes[i] = (sum += reached[i + 1]) * Math.Pow(map.PixelSizeAngstrom, 3);
        return new EnclosedVolumeCurve(thresholds, volumes);
    }

    private static int ReachedCount(double[] thresholds, double value, double position)
    {
        // The position may be off by one through rounding; the comparison is what counts.
        var count = (int)Math.Clamp(Math.Floor(position) + 1, 0, thresholds.Length);
        while (count > 0 && value < thresholds[count - 1])
            count--;
        while (count < thresholds.Length && value >= thresholds[count])
            count++;
        return count;
    }
}
