using SingleParticle.Statistics;

namespace Plugin.Phantom.Particles;

/// <summary>Draws scales.</summary>
internal static class ScaleDraw
{
    /// <summary>A scale.</summary>
    /// <param name="options">Distribution.</param>
    /// <param name="random">Where chance comes from.</param>
    public static double Next(SimulateOptions options, RandomStream random) => options.Scale switch
    {
        ScaleDistribution.Lognormal => Lognormal(1, options.ScaleSpread, random),
        ScaleDistribution.Bimodal => Lognormal(
            random.NextDouble() < options.ScaleLowFraction ? options.ScaleLow : options.ScaleHigh, options.ScaleSpread, random),
        _ => 1,
    };

    private static double Lognormal(double mean, double spread, RandomStream random)
    {
        var variance = Math.Log(1 + (spread * spread));
        return mean * Math.Exp((Math.Sqrt(variance) * random.NextGaussian()) - (variance / 2));
    }
}
