using SingleParticle.Projection;

namespace SingleParticle.Compute;

/// <summary>The machine that EM's two heavy steps run on, in whole batches.</summary>
/// <remarks>
/// The same batch gives the same bits however many threads a device uses. Maps and statistics belong to the device that made them.
/// One call at a time.
/// </remarks>
public interface IComputeDevice
{
    /// <summary>Reserves K class maps.</summary>
    /// <param name="plan">Pixels, grid and scale.</param>
    /// <param name="classCount">K.</param>
    IDeviceMaps CreateMaps(SlicePlan plan, int classCount);

    /// <summary>Reserves class maps that lie in an order, so that whole blocks of them can be ruled out.</summary>
    /// <param name="plan">Pixels, grid and scale.</param>
    /// <param name="order">Which classes lie side by side.</param>
    IDeviceMaps CreateMaps(SlicePlan plan, ClassOrder order);

    /// <summary>Reserves statistics, all zero.</summary>
    /// <param name="plan">Pixels, grid and scale.</param>
    /// <param name="mapCount">Number of maps.</param>
    IDeviceStatistics CreateStatistics(SlicePlan plan, int mapCount);

    /// <summary>E-step: compares every particle of a batch with every class.</summary>
    /// <param name="maps">The classes.</param>
    /// <param name="batch">The particles.</param>
    /// <param name="scores">Receives the results in the order of the batch.</param>
    /// <param name="cancel">Stops the work; the results are then incomplete.</param>
    void Score(IDeviceMaps maps, ParticleBatch batch, ScoreTable scores, CancellationToken cancel = default);

    /// <summary>E-step that leaves off comparing a particle with classes as soon as they are ruled out.</summary>
    /// <param name="maps">The classes.</param>
    /// <param name="batch">The particles.</param>
    /// <param name="scores">Receives the results in the order of the batch, and which classes were ruled out.</param>
    /// <param name="exclusion">
    /// Rules classes out; null for none. A device need not ask where it would save nothing: the processor does not for a single block.
    /// </param>
    /// <param name="cancel">Stops the work; the results are then incomplete.</param>
    void Score(
        IDeviceMaps maps, ParticleBatch batch, ScoreTable scores, IClassExclusion? exclusion, CancellationToken cancel = default);

    /// <summary>M-step: adds particles of a batch to the statistics of maps.</summary>
    /// <param name="statistics">Statistics.</param>
    /// <param name="batch">The particles.</param>
    /// <param name="contributions">Who adds to what; each map receives its particles in the order of the batch.</param>
    /// <param name="cancel">Stops the work; the statistics are then incomplete.</param>
    void BackProject(
        IDeviceStatistics statistics, ParticleBatch batch, ReadOnlyMemory<Contribution> contributions, CancellationToken cancel = default);
}
