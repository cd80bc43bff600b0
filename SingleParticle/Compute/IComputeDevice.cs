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

    /// <summary>M-step: adds particles of a batch to the statistics of maps.</summary>
    /// <param name="statistics">Statistics.</param>
    /// <param name="batch">The particles.</param>
    /// <param name="contributions">Who adds to what; each map receives its particles in the order given.</param>
    /// <param name="cancel">Stops the work; the statistics are then incomplete.</param>
    void BackProject(
        IDeviceStatistics statistics, ParticleBatch batch, ReadOnlyMemory<Contribution> contributions, CancellationToken cancel = default);
}
