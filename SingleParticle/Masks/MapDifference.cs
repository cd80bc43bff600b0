using SingleParticle.Volumes;

namespace SingleParticle.Masks;

/// <summary>Where two maps of one molecule differ. Equations 15 and 16 of docs/method/4-masks.md.</summary>
public static class MapDifference
{
    // A Gaussian stays within 0.6745 standard deviations half of the time.
    private const double MedianOfAbsoluteGaussian = 0.6744897501960817;

    /// <summary>First map less the second, brought to its scale by least squares within a region.</summary>
    /// <param name="first">First map.</param>
    /// <param name="second">Second map on the same grid.</param>
    /// <param name="region">Mask of the region that counts, with which the difference is multiplied; null for the whole box.</param>
    /// <returns>The difference, and the factor by which the second map was multiplied.</returns>
    public static (Volume Difference, double Scale) Of(Volume first, Volume second, Volume? region)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        double cross = 0, power = 0;
        for (var i = 0; i < first.Values.Length; i++)
        {
            var weight = region?.Values[i] ?? 1f;
            cross += (double)weight * first.Values[i] * second.Values[i];
            power += (double)weight * second.Values[i] * second.Values[i];
        }

        var (scale, values) = (power > 0 ? cross / power : 0, new float[first.Values.Length]);
        for (var i = 0; i < values.Length; i++)
            values[i] = (float)((first.Values[i] - (scale * second.Values[i])) * (region?.Values[i] ?? 1f));
        return (first.WithValues(values), scale);
    }

    /// <summary>Standard deviation of the noise in a difference: that of a Gaussian with the same median of absolute values.</summary>
    /// <param name="difference">The difference.</param>
    /// <param name="region">Mask of the region that counts; null for the whole box.</param>
    /// <remarks>
    /// Does not see the places that differ, as long as they are a small part. Source: Hampel 1974, DOI 10.1080/01621459.1974.10482962.
    /// </remarks>
    public static double NoiseOf(Volume difference, Volume? region)
    {
        ArgumentNullException.ThrowIfNull(difference);
        var sizes = new List<float>();
        for (var i = 0; i < difference.Values.Length; i++)
        {
            if (region is null || region.Values[i] >= 0.5f)
                sizes.Add(Math.Abs(difference.Values[i]));
        }

        var values = sizes.ToArray();
        return values.Length == 0 ? 0 : RankSelection.Largest(values, (values.Length + 1) / 2) / MedianOfAbsoluteGaussian;
    }
}
