using SingleParticle.Compute;

namespace Plugin.Classify3D.Expectation;

/// <summary>Rules classes out for a particle as soon as the shells compared so far leave them next to no probability.</summary>
/// <remarks>Section "Ruling classes out" of docs/method/3-classification.md.</remarks>
internal sealed class ClassExclusion : IClassExclusion
{
    private readonly ClassificationProblem _problem;
    private readonly double[] _logPrior;
    private readonly OwnShareCorrection _ownShare;
    private readonly ReadOnlyMemory<float> _posteriors;
    private readonly ReadOnlyMemory<int> _records;

    private ClassExclusion(
        ClassificationProblem problem,
        double[] logPrior,
        OwnShareCorrection ownShare,
        ReadOnlyMemory<float> posteriors,
        ReadOnlyMemory<int> records)
    {
        (_problem, _logPrior, _ownShare, _posteriors, _records) = (problem, logPrior, ownShare, posteriors, records);
    }

    /// <summary>Rules out for a batch of particles, or null when the job wants every class compared in full.</summary>
    /// <param name="problem">What stays fixed.</param>
    /// <param name="logPrior">log prior of every class.</param>
    /// <param name="ownShare">Takes off each particle's own share of the maps.</param>
    /// <param name="posteriors">Posteriors [record, class] that the maps were made with.</param>
    /// <param name="records">Records of the batch.</param>
    public static ClassExclusion? For(
        ClassificationProblem problem,
        double[] logPrior,
        OwnShareCorrection ownShare,
        ReadOnlyMemory<float> posteriors,
        ReadOnlyMemory<int> records) =>
        problem.Options.ClassExclusionProbability > 0 ? new(problem, logPrior, ownShare, posteriors, records) : null;

    /// <inheritdoc/>
    public void RuleOut(int item, int stage, ReadOnlySpan<double> slicePower, ReadOnlySpan<double> correlation, Span<bool> ruledOut)
    {
        var (record, classCount) = (_records.Span[item], ruledOut.Length);
        Span<double> logPosteriors = stackalloc double[classCount];
        for (var k = 0; k < classCount; k++)
        {
            logPosteriors[k] = ruledOut[k]
                ? double.NegativeInfinity
                : _logPrior[k] + _problem.LogLikelihood(record, correlation[k], slicePower[k]);
        }

        _ownShare.TakeOff(stage, _posteriors.Span.Slice(record * classCount, classCount), _problem.Scale[record], logPosteriors);
        ClassPosteriors.RuleOut(logPosteriors, _problem.Options.ClassExclusionProbability, ruledOut);
    }
}
