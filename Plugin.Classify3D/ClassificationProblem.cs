using Plugin.Classify3D.Expectation;
using Plugin.Classify3D.Maximization;
using Plugin.Classify3D.Regularization;
using SingleParticle.Compute;
using SingleParticle.Estimation;

namespace Plugin.Classify3D;

/// <summary>What stays fixed during classification: particles, scales, consensus, masks, options.</summary>
/// <param name="Engine">Passes over the particles.</param>
/// <param name="Solver">Reconstruction of half maps.</param>
/// <param name="Consensus">Consensus map, mask, noise and scales at the start.</param>
/// <param name="Scale">Scale a of every record; not above 0 for rejected particles, which tell nothing and count nowhere.</param>
/// <param name="Composition">Masks and consensus put together.</param>
/// <param name="HalfMaps">Where half maps of classes are kept.</param>
/// <param name="Tables">Where posteriors are kept.</param>
/// <param name="Options">The job's options.</param>
/// <param name="ThreadCount">Most threads at work.</param>
internal sealed record ClassificationProblem(
    EstimationEngine Engine,
    HalfMapSolver Solver,
    ConsensusEstimate Consensus,
    double[] Scale,
    MapComposition Composition,
    HalfMapStore HalfMaps,
    PosteriorTables Tables,
    Classify3DOptions Options,
    int ThreadCount)
{
    // Standard deviation of a scale about what the consensus said of it, relative to it: as far as states differ from the consensus.
    private const double ScaleTolerance = 0.1;

    /// <summary>Records that are classified, ascending: those with a positive scale.</summary>
    public int[] UsableRecords { get; } = [.. Enumerable.Range(0, Scale.Length).Where(record => Scale[record] > 0)];

    /// <summary>The usable records in the order of the particle file, for draws that must not depend on how records are sorted.</summary>
    public int[] UsableRecordsInFileOrder() => [.. UsableRecords.OrderBy(record => Engine.Data.Rows[record])];

    /// <summary>What decides between classes that are equally likely for a particle: its uid.</summary>
    /// <param name="record">Record.</param>
    public ulong LotOf(int record) => Engine.Data.Set.Particles[Engine.Data.Rows[record]].Uid;

    /// <summary>Log-likelihoods of a particle given every class; minus infinity for those that were ruled out.</summary>
    /// <param name="record">Record.</param>
    /// <param name="scores">A and B of a batch of particles and all classes.</param>
    /// <param name="item">Position of the particle in the batch.</param>
    /// <param name="likelihoods">Receives one per class.</param>
    public void LogLikelihoods(int record, ScoreTable scores, int item, Span<double> likelihoods)
    {
        for (var k = 0; k < likelihoods.Length; k++)
        {
            var place = (item * scores.ClassCount) + k;
            likelihoods[k] = scores.RuledOut[place]
                ? double.NegativeInfinity
                : LogLikelihood(record, scores.Correlation[place], scores.SlicePower[place]);
        }
    }

    /// <summary>Log-likelihood of a particle given one class, its scale integrated out; that of an empty image is 0.</summary>
    /// <param name="record">Record.</param>
    /// <param name="correlation">sum_s B[s] / sigma²[s] with the class.</param>
    /// <param name="power">sum_s A[s] / sigma²[s] of the class.</param>
    /// <remarks>
    /// Equations 3 and 28 of docs/method/3-classification.md. A scale fitted to the consensus is off by what the particle's state differs
    /// from it, in some views more than in others; taken for true, it spreads a state out, and a class more would find that.
    /// </remarks>
    public double LogLikelihood(int record, double correlation, double power)
    {
        var scale = Scale[record];
        if (Options.PerParticleScale == PerParticleScale.None)
            return (scale * correlation) - (scale * scale * power / 2);
        var variance = ScaleTolerance * ScaleTolerance * scale * scale;
        var spread = 1 + (variance * power);
        return ((((2 * scale) + (variance * correlation)) * correlation) - (scale * scale * power)) / (2 * spread) - (Math.Log(spread) / 2);
    }

    /// <summary>FSC that regularises a class map: its own, or the consensus' when the filter is off.</summary>
    public double[]? FixedCorrelations => Options.FscFilter ? null : Consensus.Map.Correlations;
}
