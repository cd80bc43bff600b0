using SingleParticle.Volumes;

namespace SingleParticle.Estimation.Scales;

/// <summary>Estimates scales and noise against maps that are given, poses fixed.</summary>
/// <remarks>Section 3 of docs/method/5-scale.md.</remarks>
public sealed class GivenMapEstimator
{
    private readonly EstimationEngine _engine;
    private readonly int _threadCount;

    /// <summary>Prepares for a set of particles.</summary>
    /// <param name="engine">Passes over the particles.</param>
    /// <param name="threadCount">Most threads at work.</param>
    public GivenMapEstimator(EstimationEngine engine, int threadCount)
    {
        ArgumentNullException.ThrowIfNull(engine);
        (_engine, _threadCount) = (engine, threadCount);
    }

    /// <summary>Compares in rounds: what the particles say of noise and shell gains in one round serves the next.</summary>
    /// <param name="reference">Maps in any unit, sharpened or not.</param>
    /// <param name="kind">Whether particles had a share in them.</param>
    /// <param name="rounds">Number of comparisons, 1 or more.</param>
    /// <param name="roundEnded">Called after every round.</param>
    /// <param name="free">What particles differ in is left free in the last round; with a count of 0 not.</param>
    /// <param name="mask">Solvent mask.</param>
    /// <param name="cancel">Stops the work.</param>
    public ReferenceMatch Compare(
        ScaleReference reference,
        ReferenceKind kind,
        int rounds,
        Action roundEnded,
        FreeComponents free,
        Volume mask,
        CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(roundEnded);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rounds);
        var noise = ConsensusEstimator.NoiseOfImages(_engine.Data);
        for (var round = 1; ; round++)
        {
            (noise, var gains) = new ScaleComparison(_engine, reference, null).Calibrate(noise, kind, cancel);
            reference = reference.Filtered(gains, _threadCount);
            var match = new ScaleComparison(_engine, reference, null).Run(noise, cancel);
            if (round == rounds && free.Count > 0)
                match = new SubspaceScale(_engine, reference, noise, mask, _threadCount).Refine(match, free, cancel);
            roundEnded();
            if (round == rounds)
                return match;
            noise = match.Noise();
        }
    }
}
