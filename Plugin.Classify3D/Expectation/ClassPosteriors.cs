using SingleParticle.Statistics;

namespace Plugin.Classify3D.Expectation;

/// <summary>
/// From log-likelihoods to class posteriors and what is read off them. Equations 3 and 4 of docs/method/3-classification.md.
/// </summary>
internal static class ClassPosteriors
{
    private const float EqualShare = 0.98f;

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

    /// <summary>Rules out the classes that have less than a probability, whatever the others have.</summary>
    /// <param name="logPosteriors">log prior_k + L_k of one particle, minus infinity for classes that are out already.</param>
    /// <param name="probability">A class with a posterior below this is ruled out; less than 1, so the most likely one never is.</param>
    /// <param name="ruledOut">Receives the classes that are ruled out; those that were stay so.</param>
    public static void RuleOut(ReadOnlySpan<double> logPosteriors, double probability, Span<bool> ruledOut)
    {
        var greatest = double.NegativeInfinity;
        foreach (var logPosterior in logPosteriors)
            greatest = Math.Max(greatest, logPosterior);
        // No posterior is larger than its ratio to that of the most likely class.
        var least = greatest + Math.Log(probability);
        for (var k = 0; k < logPosteriors.Length; k++)
            ruledOut[k] |= logPosteriors[k] < least;
    }

    /// <summary>
    /// The most likely class; among classes that are as good as equally likely one by lot, so that classes of one state share its
    /// particles.
    /// </summary>
    /// <param name="posteriors">Posteriors of one particle.</param>
    /// <param name="lot">The particle's lot, always the same, its uid for instance.</param>
    public static int Largest(ReadOnlySpan<float> posteriors, ulong lot)
    {
        var (best, count) = (0, 0);
        for (var k = 1; k < posteriors.Length; k++)
            best = posteriors[k] > posteriors[best] ? k : best;
        var least = EqualShare * posteriors[best];
        foreach (var posterior in posteriors)
            count += posterior >= least ? 1 : 0;
        if (count == 1)
            return best;
        var drawn = new RandomStream(lot).NextInt(count);
        for (var k = 0; ; k++)
        {
            if (posteriors[k] >= least && drawn-- == 0)
                return k;
        }
    }

    /// <summary>The most likely class, or -1 when no posterior is above 0: the particle has not been looked at.</summary>
    /// <param name="posteriors">Posteriors of one particle.</param>
    /// <param name="lot">The particle's lot.</param>
    public static int LargestOrNone(ReadOnlySpan<float> posteriors, ulong lot)
    {
        var best = Largest(posteriors, lot);
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
    /// <param name="lot">The particle's lot.</param>
    public static void Harden(Span<float> posteriors, ulong lot)
    {
        var best = Largest(posteriors, lot);
        posteriors.Clear();
        posteriors[best] = 1;
    }
}
