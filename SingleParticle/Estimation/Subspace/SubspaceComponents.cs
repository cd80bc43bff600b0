using SingleParticle.Volumes;

namespace SingleParticle.Estimation.Subspace;

/// <summary>Maps that span a subspace, the strongest first, and the same components as each half-set alone makes them.</summary>
/// <param name="Maps">From all particles.</param>
/// <param name="HalfA">From half-set A.</param>
/// <param name="HalfB">From half-set B.</param>
public sealed record SubspaceComponents(Volume[] Maps, Volume[] HalfA, Volume[] HalfB)
{
    /// <summary>The point of the subspace with these coordinates, from all particles.</summary>
    /// <param name="coordinates">One per component.</param>
    public Volume At(double[] coordinates) => Combine(Maps, coordinates);

    /// <summary>Other maps that span the same subspace.</summary>
    /// <param name="maps">Maps.</param>
    /// <param name="weights">Weight of every map in every new one, [map, new].</param>
    internal static Volume[] Rotated(Volume[] maps, double[,] weights) => [.. Enumerable.Range(0, maps.Length).Select(q =>
        Combine(maps, [.. Enumerable.Range(0, maps.Length).Select(row => weights[row, q])]))];

    private static Volume Combine(Volume[] maps, double[] weights)
    {
        var values = new float[maps[0].Values.Length];
        for (var q = 0; q < weights.Length; q++)
        {
            var (source, weight) = (maps[q].Values, (float)weights[q]);
            for (var i = 0; i < values.Length; i++)
                values[i] += weight * source[i];
        }

        return maps[0].WithValues(values);
    }
}
