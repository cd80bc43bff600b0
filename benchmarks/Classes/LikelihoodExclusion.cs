using Plugin.Classify3D.Expectation;
using SingleParticle.Compute;

namespace Benchmarks.Classes;

/// <summary>Rules classes out as `classify3d` does, for particles of scale 1 and equally likely classes.</summary>
internal sealed class LikelihoodExclusion(double probability) : IClassExclusion
{
    /// <inheritdoc/>
    public void RuleOut(int item, int stage, ReadOnlySpan<double> slicePower, ReadOnlySpan<double> correlation, Span<bool> ruledOut)
    {
        Span<double> logLikelihoods = stackalloc double[ruledOut.Length];
        for (var k = 0; k < ruledOut.Length; k++)
            logLikelihoods[k] = ruledOut[k] ? double.NegativeInfinity : correlation[k] - (slicePower[k] / 2);
        ClassPosteriors.RuleOut(logLikelihoods, probability, ruledOut);
    }

    /// <summary>Posteriors of a particle.</summary>
    public static double[] Posteriors(ScoreTable scores, int item)
    {
        var posteriors = new double[scores.ClassCount];
        for (var k = 0; k < posteriors.Length; k++)
        {
            var place = (item * posteriors.Length) + k;
            posteriors[k] = scores.Correlation[place] - (scores.SlicePower[place] / 2);
        }

        ClassPosteriors.Softmax(posteriors, new double[posteriors.Length]);
        return posteriors;
    }
}
