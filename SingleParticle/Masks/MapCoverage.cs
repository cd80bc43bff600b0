using SingleParticle.Volumes;

namespace SingleParticle.Masks;

/// <summary>How much of a molecule a mask covers.</summary>
public static class MapCoverage
{
    /// <summary>Share of the density at or above a fifth of the maximum that is left after multiplication with a mask.</summary>
    /// <param name="map">Map with positive density.</param>
    /// <param name="mask">Mask on the same grid.</param>
    /// <returns>From 0 to 1; 0 for a map without positive density.</returns>
    public static double Of(Volume map, Volume mask)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(mask);
        var threshold = ThresholdRule.Automatic.DensityOn(map);
        double inside = 0, total = 0;
        for (var i = 0; i < map.Values.Length && threshold > 0; i++)
        {
            if (map.Values[i] < threshold)
                continue;
            total += map.Values[i];
            inside += (double)map.Values[i] * mask.Values[i];
        }

        return total > 0 ? inside / total : 0;
    }
}
