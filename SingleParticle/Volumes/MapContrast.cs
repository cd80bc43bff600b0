namespace SingleParticle.Volumes;

/// <summary>Whether a map's molecule is denser or less dense than its surroundings.</summary>
public static class MapContrast
{
    // Noise alone has skewness 0 within a few hundredths; molecules have 1 and more.
    private const double LeastSkewness = 0.3;

    /// <summary>Skewness of the density: positive where few voxels stand out as dense, as those of a molecule do.</summary>
    /// <param name="map">Density.</param>
    public static double Skewness(Volume map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var mean = map.Values.Average(value => (double)value);
        double second = 0, third = 0;
        foreach (var value in map.Values)
        {
            var difference = value - mean;
            second += difference * difference;
            third += difference * difference * difference;
        }

        var (count, variance) = (map.Values.Length, second / map.Values.Length);
        return variance > 0 ? third / count / Math.Pow(variance, 1.5) : 0;
    }

    /// <summary>Whether the molecule is less dense than its surroundings: dark particles taken for bright ones.</summary>
    /// <param name="map">Density.</param>
    public static bool IsInverted(Volume map) => Skewness(map) < -LeastSkewness;
}
