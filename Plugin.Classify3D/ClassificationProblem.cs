using Plugin.Classify3D.Regularization;
using SingleParticle.Estimation;

namespace Plugin.Classify3D;

/// <summary>What stays fixed during classification: particles, scales, consensus, masks, options.</summary>
/// <param name="Engine">Passes over the particles.</param>
/// <param name="Solver">Reconstruction of half maps.</param>
/// <param name="Consensus">Consensus map, mask, noise and scales at the start.</param>
/// <param name="Scale">Scale a of every record; not above 0 for rejected particles, which tell nothing and count nowhere.</param>
/// <param name="Composition">Masks and consensus put together.</param>
/// <param name="Options">The job's options.</param>
/// <param name="ThreadCount">Most threads at work.</param>
internal sealed record ClassificationProblem(
    EstimationEngine Engine,
    HalfMapSolver Solver,
    ConsensusEstimate Consensus,
    double[] Scale,
    MapComposition Composition,
    Classify3DOptions Options,
    int ThreadCount)
{
    /// <summary>Records that are classified, ascending: those with a positive scale.</summary>
    public int[] UsableRecords { get; } = [.. Enumerable.Range(0, Scale.Length).Where(record => Scale[record] > 0)];

    /// <summary>The usable records in the order of the particle file, for draws that must not depend on how records are sorted.</summary>
    public int[] UsableRecordsInFileOrder() => [.. UsableRecords.OrderBy(record => Engine.Data.Rows[record])];

    /// <summary>What decides between classes that are equally likely for a particle: its uid.</summary>
    /// <param name="record">Record.</param>
    public ulong LotOf(int record) => Engine.Data.Set.Particles[Engine.Data.Rows[record]].Uid;

    /// <summary>FSC that regularises a class map: its own, or the consensus' when the filter is off.</summary>
    public double[]? FixedCorrelations => Options.FscFilter ? null : Consensus.Map.Correlations;
}
