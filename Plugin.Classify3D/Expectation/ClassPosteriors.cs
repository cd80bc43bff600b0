namespace Plugin.Classify3D.Expectation;

/// <summary>
/// From log-likelihoods to class posteriors and what is read off them. Equations 3 and 4 of docs/method/3-classification.md.
/// </summary>
internal static class ClassPosteriors
{
    /// <summary>p_k = softmax(log prior_k + L_k), in place.</summary>
    /// <param name="logLikelihoods">L_k of one particle on entry, posteriors summing to 1 on return.</param>
    /// <param name="logPrior">log prior_k.</param>
    /// <returns>log sum_k prior_k exp L_k, the particle's log-likelihood.</returns>
    public static double Softmax(Span<double> logLikelihoods, ReadOnlySpan<double> logPrior)
    {
        var greatest = double.NegativeInfinity;
        for (var k = 0; k < logLikelihoods.Length; k++)
        {
            logLikelihoods[k] += logPrior[k];
            greatest = Math.Max(greatest, logLikelihoods[k]);
        }

        var sum = 0.0;
        for (var k = 0; k < logLikelihoods.Length; k++)
        {
            logLikelihoods[k] = Math.Exp(logLikelihoods[k] - greatest);
            sum += logLikelihoods[k];
        }

        for (var k = 0; k < logLikelihoods.Length; k++)
            logLikelihoods[k] /= sum;
        return greatest + Math.Log(sum);
    }

    /// <summary>The most likely class; the first of equals.</summary>
    /// <param name="posteriors">Posteriors of one particle.</param>
    public static int Largest(ReadOnlySpan<float> posteriors)
    {
        var best = 0;
        for (var k = 1; k < posteriors.Length; k++)
        {
            if (posteriors[k] > posteriors[best])
                best = k;
        }

        return best;
    }

    /// <summary>The most likely class, or -1 when no posterior is above 0: the particle has not been looked at.</summary>
    /// <param name="posteriors">Posteriors of one particle.</param>
    public static int LargestOrNone(ReadOnlySpan<float> posteriors)
    {
        var best = Largest(posteriors);
        return posteriors[best] > 0 ? best : -1;
    }

    /// <summary>Effective sample size over classes, 1 / sum p², between 1 and K.</summary>
    /// <param name="posteriors">Posteriors of one particle, summing to 1.</param>
    public static double EffectiveSampleSize(ReadOnlySpan<float> posteriors)
    {
        var sum = 0.0;
        foreach (var posterior in posteriors)
            sum += (double)posterior * posterior;
        return Math.Clamp(1 / sum, 1, posteriors.Length);
    }

    /// <summary>Pulls posteriors towards each other: (1 - beta) p_k + beta / K. Equation 12.</summary>
    /// <param name="posteriors">Posteriors of one particle; they still sum to 1 on return.</param>
    /// <param name="similarity">beta: 0 leaves them, 1 makes them all equal.</param>
    public static void Pull(Span<float> posteriors, double similarity)
    {
        for (var k = 0; k < posteriors.Length; k++)
            posteriors[k] = (float)(((1 - similarity) * posteriors[k]) + (similarity / posteriors.Length));
    }

    /// <summary>Puts all weight on the most likely class.</summary>
    /// <param name="posteriors">Posteriors of one particle; 0 or 1 on return.</param>
    public static void Harden(Span<float> posteriors)
    {
        var best = Largest(posteriors);
        posteriors.Clear();
        posteriors[best] = 1;
    }
}
