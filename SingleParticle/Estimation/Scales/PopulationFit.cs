using SingleParticle.Statistics;

namespace SingleParticle.Estimation.Scales;

/// <summary>How the positive scales of a set are distributed, their own standard errors taken off.</summary>
/// <remarks>Section 6 of docs/method/5-scale.md.</remarks>
public static class PopulationFit
{
    // More components or values would describe the shape of a mode, not the number of modes.
    private const int MostComponents = 4;
    private const int MostValues = 10000;

    /// <summary>Fits a mixture of normal distributions to the scales, one value per group; null with fewer than two.</summary>
    /// <param name="scale">Scales; those not positive or without an error do not count.</param>
    /// <param name="groupOf">Group of every scale, from 0: scales of one group are one value.</param>
    public static GaussianMixtureFit? Of(ScaleEstimate scale, int[] groupOf)
    {
        ArgumentNullException.ThrowIfNull(scale);
        ArgumentNullException.ThrowIfNull(groupOf);
        var seen = new HashSet<int>();
        var chosen = new List<int>();
        for (var i = 0; i < groupOf.Length; i++)
        {
            if (scale.Scale[i] > 0 && scale.StandardError[i] > 0 && seen.Add(groupOf[i]))
                chosen.Add(i);
        }

        if (chosen.Count < 2)
            return null;
        var step = Math.Max(1, chosen.Count / MostValues);
        int[] sample = [.. chosen.Where((_, i) => i % step == 0)];
        return GaussianMixtureFit.Best(
            Array.ConvertAll(sample, i => scale.Scale[i]), Array.ConvertAll(sample, i => scale.StandardError[i]), MostComponents);
    }
}
