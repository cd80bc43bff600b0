using SingleParticle.Collections;

namespace SingleParticle.Statistics;

/// <summary>A mixture of normal distributions: how a quantity is distributed, measurement errors taken off.</summary>
/// <param name="Components">The components, by ascending mean.</param>
public sealed record GaussianMixture(EquatableArray<MixtureComponent> Components)
{
    /// <summary>Density of a value that was measured with an error.</summary>
    /// <param name="value">Measured value.</param>
    /// <param name="error">Standard error of the measurement; 0 for the density of the quantity itself.</param>
    public double Density(double value, double error = 0)
    {
        var sum = 0.0;
        foreach (var component in Components)
            sum += component.Density(value, error);
        return sum;
    }

    /// <summary>Probability of each component, given a measured value.</summary>
    /// <param name="value">Measured value.</param>
    /// <param name="error">Its standard error.</param>
    /// <param name="probabilities">Receives one probability per component, summing to 1.</param>
    /// <returns>Natural logarithm of the density of the measured value.</returns>
    public double Probabilities(double value, double error, Span<double> probabilities)
    {
        var greatest = double.NegativeInfinity;
        for (var k = 0; k < Components.Count; k++)
        {
            var (weight, mean, deviation) = Components[k];
            var variance = (deviation * deviation) + (error * error);
            var difference = value - mean;
            probabilities[k] = Math.Log(weight / Math.Sqrt(2 * Math.PI * variance)) - (difference * difference / (2 * variance));
            greatest = Math.Max(greatest, probabilities[k]);
        }

        var sum = 0.0;
        for (var k = 0; k < Components.Count; k++)
            sum += probabilities[k] = Math.Exp(probabilities[k] - greatest);
        for (var k = 0; k < Components.Count; k++)
            probabilities[k] /= sum;
        return greatest + Math.Log(sum);
    }

    /// <summary>Mean and standard deviation of what a measured value leaves possible: the value, pulled towards the mixture.</summary>
    /// <param name="value">Measured value.</param>
    /// <param name="error">Its standard error.</param>
    public (double Mean, double Deviation) Posterior(double value, double error)
    {
        Span<double> probabilities = stackalloc double[Components.Count];
        Probabilities(value, error, probabilities);
        double mean = 0, square = 0;
        for (var k = 0; k < Components.Count; k++)
        {
            var (centre, variance) = PosteriorOf(k, value, error);
            mean += probabilities[k] * centre;
            square += probabilities[k] * (variance + (centre * centre));
        }

        return (mean, Math.Sqrt(Math.Max(0, square - (mean * mean))));
    }

    /// <summary>The same for one component.</summary>
    internal (double Mean, double Variance) PosteriorOf(int component, double value, double error)
    {
        var (_, mean, deviation) = Components[component];
        var (own, measured) = (deviation * deviation, error * error);
        var share = own / (own + measured);
        return (mean + (share * (value - mean)), share * measured);
    }
}
