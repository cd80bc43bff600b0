namespace SingleParticle.Estimation;

/// <summary>Per-particle scales against a reference, by record.</summary>
/// <param name="Scale">Scale a, divided by the factor.</param>
/// <param name="StandardError">Its standard error, divided likewise.</param>
/// <param name="NormalisingFactor">What both were divided by; 1 for scales in the unit of the reference.</param>
public sealed record ScaleEstimate(double[] Scale, double[] StandardError, double NormalisingFactor)
{
    /// <summary>The same in another unit: the mean of the positive scales becomes 1.</summary>
    public ScaleEstimate NormalisedToMeanOne()
    {
        var mean = Scale.Where(scale => scale > 0).DefaultIfEmpty(1).Average();
        return new ScaleEstimate(
            Array.ConvertAll(Scale, scale => scale / mean),
            Array.ConvertAll(StandardError, error => error / mean),
            NormalisingFactor * mean);
    }
}
