using SingleParticle.Volumes;

namespace SingleParticle.Estimation.Scales;

/// <summary>The density of the solvent, which a map shows only up to a constant: the mean of images is not measured.</summary>
/// <remarks>
/// A mask multiplies, so it is right only for a map whose solvent lies at zero; any other level would add the mask itself to the map.
/// </remarks>
public static class SolventLevel
{
    /// <summary>Mean density outside a mask, inside the largest ball.</summary>
    /// <param name="map">Density.</param>
    /// <param name="mask">Solvent mask on the same grid.</param>
    /// <returns>The level; 0 where the mask leaves nothing out.</returns>
    public static double Of(Volume map, Volume mask)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(mask);
        var (n, centre) = (map.BoxVoxels, map.BoxVoxels / 2);
        double sum = 0, weight = 0;
        for (var i = 0; i < map.Values.Length; i++)
        {
            var (x, y, z) = ((i % n) - centre, (i / n % n) - centre, (i / (n * n)) - centre);
            if ((x * x) + (y * y) + (z * z) >= centre * centre)
                continue;
            sum += (1 - mask.Values[i]) * (double)map.Values[i];
            weight += 1 - mask.Values[i];
        }

        return weight > 0 ? sum / weight : 0;
    }

    /// <summary>A map with its solvent at zero, cut out by a mask.</summary>
    /// <param name="map">Density.</param>
    /// <param name="mask">Solvent mask on the same grid.</param>
    public static Volume Masked(Volume map, Volume mask)
    {
        var level = Of(map, mask);
        return HalfMapSolver.Masked(map.WithValues(Array.ConvertAll(map.Values, value => (float)(value - level))), mask);
    }
}
