using SingleParticle.Compute;

namespace Benchmarks.Classes;

/// <summary>Rules classes out as `classify3d` does, for particles of scale 1 and equally likely classes.</summary>
internal sealed class LikelihoodExclusion(double probability) : IClassExclusion
{
    private readonly double margin = -Math.Log(probability);

    /// <inheritdoc/>
    public void RuleOut(int item, int stage, ReadOnlySpan<double> slicePower, ReadOnlySpan<double> correlation, Span<bool> ruledOut)
    {
        var greatest = double.NegativeInfinity;
        for (var k = 0; k < ruledOut.Length; k++)
        {
            if (!ruledOut[k]) greatest = Math.Max(greatest, correlation[k] - (slicePower[k] / 2));
        }

        for (var k = 0; k < ruledOut.Length; k++) ruledOut[k] |= correlation[k] - (slicePower[k] / 2) < greatest - margin;
    }

    /// <summary>Posteriors of a particle.</summary>
    public static double[] Posteriors(ScoreTable scores, int item)
    {
        var logs = new double[scores.ClassCount];
        for (var k = 0; k < logs.Length; k++)
        {
            var place = (item * logs.Length) + k;
            logs[k] = scores.Correlation[place] - (scores.SlicePower[place] / 2);
        }

        var greatest = logs.Max();
        var likelihoods = Array.ConvertAll(logs, log => Math.Exp(log - greatest));
        var sum = likelihoods.Sum();
        return Array.ConvertAll(likelihoods, likelihood => likelihood / sum);
    }
}
