namespace SingleParticle.Projection;

/// <summary>1 / tau² of every shell from the FSC between half maps: den over the signal-to-noise ratio.</summary>
/// <remarks>
/// SSNR = FSC / (1 - FSC) for a half map and 2 FSC / (1 - FSC) for both halves together (docs/method/2-projection.md, equation 2.12);
/// S. H. W. Scheres (2012), doi:10.1016/j.jmb.2011.11.010.
/// </remarks>
public static class SignalPrior
{
    /// <summary>Correlations below this are taken as this: no shell is trusted less than one part in a thousand.</summary>
    public const double SmallestCorrelation = 0.001;

    /// <summary>Correlations above this are taken as this.</summary>
    public const double LargestCorrelation = 0.9999;

    /// <summary>1 / tau² of every shell.</summary>
    /// <param name="correlations">FSC between the half maps, one per shell.</param>
    /// <param name="denominatorByShell">Mean den of the statistics that will be reconstructed.</param>
    /// <param name="share">Whether these are the statistics of one half or of both.</param>
    public static double[] InversePower(ReadOnlySpan<double> correlations, ReadOnlySpan<double> denominatorByShell, DataShare share)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(correlations.Length, denominatorByShell.Length);
        var result = new double[correlations.Length];
        for (var shell = 0; shell < result.Length; shell++)
        {
            var correlation = Math.Clamp(correlations[shell], SmallestCorrelation, LargestCorrelation);
            var ratio = correlation / (1 - correlation);
            result[shell] = denominatorByShell[shell] / (share == DataShare.Half ? ratio : 2 * ratio);
        }
        return result;
    }
}
