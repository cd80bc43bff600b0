namespace SingleParticle.Statistics;

/// <summary>A mixture of normal distributions fitted to measured values, each with its own standard error.</summary>
/// <remarks>
/// Expectation maximisation for the distribution of the quantity itself, not of its noisy measurements (Bovy, Hogg, Roweis 2011,
/// DOI 10.1214/10-AOAS439). Starts from quantiles: no random numbers. The number of components is the one of lowest Bayesian
/// information criterion (Schwarz 1978, DOI 10.1214/aos/1176344136). docs/method/5-scale.md, section 6.
/// </remarks>
/// <param name="Mixture">The mixture.</param>
/// <param name="LogLikelihood">Natural logarithm of the likelihood of all values.</param>
/// <param name="InformationCriterion">BIC, -2 log-likelihood + (3 K - 1) log n; lower is better.</param>
public sealed record GaussianMixtureFit(GaussianMixture Mixture, double LogLikelihood, double InformationCriterion)
{
    private const int MostIterations = 500;
    private const double ConvergedChangePerValue = 1e-6;

    // Narrower components than this part of the whole spread would catch single values.
    private const double LeastDeviationShare = 0.02;

    /// <summary>Fits mixtures of 1 to some number of components and takes the one of lowest information criterion.</summary>
    /// <param name="values">Measured values, at least one.</param>
    /// <param name="errors">Standard error of each; zeros where they are exact.</param>
    /// <param name="mostComponents">Largest number of components tried.</param>
    public static GaussianMixtureFit Best(ReadOnlySpan<double> values, ReadOnlySpan<double> errors, int mostComponents)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mostComponents);
        var best = Of(values, errors, 1);
        // One more component may not pay where two do, as in three equal groups; two that do not pay end the search.
        for (var count = 2; count <= Math.Min(mostComponents, best.Mixture.Components.Count + 2); count++)
        {
            var fit = Of(values, errors, count);
            if (fit.InformationCriterion < best.InformationCriterion)
                best = fit;
        }

        return best;
    }

    /// <summary>Fits a mixture of a given number of components.</summary>
    /// <param name="values">Measured values, at least one.</param>
    /// <param name="errors">Standard error of each; zeros where they are exact.</param>
    /// <param name="componentCount">Number of components.</param>
    public static GaussianMixtureFit Of(ReadOnlySpan<double> values, ReadOnlySpan<double> errors, int componentCount)
    {
        if (values.IsEmpty)
            throw new ArgumentException("no values to fit a mixture to", nameof(values));
        ArgumentOutOfRangeException.ThrowIfNotEqual(errors.Length, values.Length);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(componentCount);
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var leastDeviation = Math.Max(LeastDeviationShare * Spread(sorted), 1e-9 * Math.Max(1, Math.Abs(sorted[^1])));
        var mixture = Start(sorted, componentCount, leastDeviation);
        var before = double.NegativeInfinity;
        for (var iteration = 0; ; iteration++)
        {
            var (next, likelihood) = Iterate(mixture, values, errors, leastDeviation);
            if (likelihood - before < ConvergedChangePerValue * values.Length || iteration == MostIterations)
            {
                var criterion = (-2 * likelihood) + (((3 * componentCount) - 1) * Math.Log(values.Length));
                return new GaussianMixtureFit(Sorted(mixture), likelihood, criterion);
            }

            (mixture, before) = (next, likelihood);
        }
    }

    private static double Spread(double[] sorted) => (sorted[^(1 + (sorted.Length / 10))] - sorted[sorted.Length / 10]) / 2.56;

    private static GaussianMixture Start(double[] sorted, int count, double leastDeviation)
    {
        var components = new MixtureComponent[count];
        var deviation = Math.Max(leastDeviation, Spread(sorted) / count);
        for (var k = 0; k < count; k++)
            components[k] = new MixtureComponent(1.0 / count, sorted[(int)((k + 0.5) / count * sorted.Length)], deviation);
        return new GaussianMixture([.. components]);
    }

    private static (GaussianMixture Next, double LogLikelihood) Iterate(
        GaussianMixture mixture, ReadOnlySpan<double> values, ReadOnlySpan<double> errors, double leastDeviation)
    {
        var count = mixture.Components.Count;
        var (weight, sum, square) = (new double[count], new double[count], new double[count]);
        Span<double> probabilities = stackalloc double[count];
        var likelihood = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            likelihood += mixture.Probabilities(values[i], errors[i], probabilities);
            for (var k = 0; k < count; k++)
            {
                var (mean, variance) = mixture.PosteriorOf(k, values[i], errors[i]);
                weight[k] += probabilities[k];
                sum[k] += probabilities[k] * mean;
                square[k] += probabilities[k] * (variance + (mean * mean));
            }
        }

        var components = new MixtureComponent[count];
        for (var k = 0; k < count; k++)
        {
            // A component that has lost everything keeps its place with next to no weight.
            var share = Math.Max(weight[k], 1e-12 * values.Length);
            var mean = weight[k] > 0 ? sum[k] / weight[k] : mixture.Components[k].Mean;
            var variance = weight[k] > 0 ? (square[k] / weight[k]) - (mean * mean) : 0;
            var deviation = Math.Sqrt(Math.Max(variance, leastDeviation * leastDeviation));
            components[k] = new MixtureComponent(share / values.Length, mean, deviation);
        }

        return (new GaussianMixture([.. components]), likelihood);
    }

    private static GaussianMixture Sorted(GaussianMixture mixture) =>
        new([.. mixture.Components.OrderBy(component => component.Mean)]);
}
