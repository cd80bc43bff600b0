namespace SingleParticle.Estimation;

/// <summary>Per-particle scales against a reference, by record.</summary>
/// <param name="Scale">a = B / A, divided by the mean of the positive ones where normalised.</param>
/// <param name="StandardError">1 / sqrt(A), divided likewise.</param>
/// <param name="NormalisingFactor">What both were divided by; 1 when not normalised.</param>
public sealed record ScaleEstimate(double[] Scale, double[] StandardError, double NormalisingFactor)
{
    /// <summary>Closed form of the scale from the sums over all shells. Equation 9 of docs/method/3-classification.md.</summary>
    /// <param name="slicePower">A of every record against the reference.</param>
    /// <param name="correlation">B of every record against the reference.</param>
    /// <param name="normalisation">Whether the mean of the positive scales becomes 1.</param>
    public static ScaleEstimate From(
        ReadOnlySpan<double> slicePower, ReadOnlySpan<double> correlation, ScaleNormalisation normalisation)
    {
        var (scale, error) = (new double[slicePower.Length], new double[slicePower.Length]);
        double sum = 0, count = 0;
        for (var i = 0; i < scale.Length; i++)
        {
            if (slicePower[i] > 0)
                (scale[i], error[i]) = (correlation[i] / slicePower[i], 1 / Math.Sqrt(slicePower[i]));
            if (scale[i] > 0)
                (sum, count) = (sum + scale[i], count + 1);
        }

        var factor = normalisation == ScaleNormalisation.MeanOne && count > 0 ? sum / count : 1;
        for (var i = 0; i < scale.Length; i++)
            (scale[i], error[i]) = (scale[i] / factor, error[i] / factor);
        return new ScaleEstimate(scale, error, factor);
    }
}
