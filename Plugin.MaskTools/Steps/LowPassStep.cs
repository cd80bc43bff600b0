using SingleParticle.Fourier;
using SingleParticle.Volumes;

namespace Plugin.MaskTools.Steps;

/// <summary>Smooths a map before the threshold, so that the molecule shapes the mask and not the noise.</summary>
internal static class LowPassStep
{
    private const double DefaultAngstrom = 15;
    private const double DefaultPixels = 3;
    private const double RelionEdgeShells = 2;

    /// <summary>The resolution to which a map is filtered, Å; 0 for not at all.</summary>
    /// <param name="map">The map.</param>
    /// <param name="lowPassAngstrom">What was asked for; null for the default.</param>
    public static double Cutoff(Volume map, double? lowPassAngstrom)
    {
        var cutoff = lowPassAngstrom ?? Math.Max(DefaultAngstrom, DefaultPixels * map.PixelSizeAngstrom);
        return cutoff > 2 * map.PixelSizeAngstrom ? cutoff : 0;
    }

    /// <summary>Filters a map.</summary>
    /// <param name="map">The map.</param>
    /// <param name="cutoffAngstrom">Resolution in Å; 0 leaves the map as it is.</param>
    /// <param name="convention">Butterworth filter of order 8, or the cosine edge of two shells that RELION uses.</param>
    /// <param name="threadCount">Most threads at work.</param>
    public static Volume Apply(Volume map, double cutoffAngstrom, MaskConvention convention, int threadCount)
    {
        if (cutoffAngstrom == 0)
            return map;
        if (convention == MaskConvention.Exact)
            return FourierFilter.LowPassButterworth(map, cutoffAngstrom, threadCount: threadCount);
        // RELION rounds the cut-off to a whole shell.
        var shell = Math.Round(map.BoxVoxels * map.PixelSizeAngstrom / cutoffAngstrom, MidpointRounding.AwayFromZero);
        return FourierFilter.Apply(map, RadialGain.CosineLowPass(shell, RelionEdgeShells), threadCount);
    }
}
