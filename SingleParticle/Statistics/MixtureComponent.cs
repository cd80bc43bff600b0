namespace SingleParticle.Statistics;

/// <summary>One normal distribution of a mixture.</summary>
/// <param name="Weight">Share of the whole; the weights of a mixture sum to 1.</param>
/// <param name="Mean">Mean.</param>
/// <param name="Deviation">Standard deviation.</param>
public readonly record struct MixtureComponent(double Weight, double Mean, double Deviation)
{
    /// <summary>Weighted density of a value that was measured with an error.</summary>
    /// <param name="value">Measured value.</param>
    /// <param name="error">Standard error of the measurement; 0 for the density of the component itself.</param>
    public double Density(double value, double error)
    {
        var variance = (Deviation * Deviation) + (error * error);
        var difference = value - Mean;
        return Weight * Math.Exp(-difference * difference / (2 * variance)) / Math.Sqrt(2 * Math.PI * variance);
    }
}
