using SingleParticle.Projection;

namespace SingleParticle.Compute;

/// <summary>The processor of this machine.</summary>
/// <remarks>
/// Scores are independent of each other. For statistics, every map, cut into slabs of sections where there are few maps, takes its
/// particles in order: each voxel adds the same numbers in the same order whatever the number of threads or slabs. Thread-safe as long as
/// maps and statistics are not shared between calls.
/// </remarks>
public sealed class CpuDevice : IComputeDevice
{
    private readonly int threadCount;

    /// <summary>Uses some threads.</summary>
    /// <param name="threadCount">Most threads at work at once.</param>
    public CpuDevice(int threadCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threadCount);
        this.threadCount = threadCount;
    }

    /// <inheritdoc/>
    public IDeviceMaps CreateMaps(SlicePlan plan, int classCount) => CreateMaps(plan, ClassOrder.AsGiven(classCount));

    /// <inheritdoc/>
    public IDeviceMaps CreateMaps(SlicePlan plan, ClassOrder order) => new CpuMaps(plan, order, threadCount);

    /// <inheritdoc/>
    public IDeviceStatistics CreateStatistics(SlicePlan plan, int mapCount) => new CpuStatistics(plan, mapCount, threadCount);

    /// <inheritdoc/>
    public void Score(IDeviceMaps maps, ParticleBatch batch, ScoreTable scores, CancellationToken cancel = default) =>
        Score(maps, batch, scores, null, cancel);

    /// <inheritdoc/>
    public void Score(
        IDeviceMaps maps, ParticleBatch batch, ScoreTable scores, IClassExclusion? exclusion, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(scores);
        var classMaps = (maps as CpuMaps)?.Maps ?? throw new ArgumentException("these maps were made by another device", nameof(maps));
        ArgumentOutOfRangeException.ThrowIfNotEqual(scores.ClassCount, classMaps.ClassCount);
        ArgumentOutOfRangeException.ThrowIfLessThan(scores.ParticleCapacity, batch.Count);
        if (scores.ShellCount != 0) ArgumentOutOfRangeException.ThrowIfNotEqual(scores.ShellCount, classMaps.Plan.ShellCount);
        new ScoringJob(classMaps, batch, scores, exclusion).Run(threadCount, cancel);
    }

    /// <inheritdoc/>
    public void BackProject(
        IDeviceStatistics statistics, ParticleBatch batch, ReadOnlyMemory<Contribution> contributions, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var target = statistics as CpuStatistics
            ?? throw new ArgumentException("these statistics were made by another device", nameof(statistics));
        foreach (var contribution in contributions.Span)
        {
            var (particle, map) = ((uint)contribution.ParticleIndex, (uint)contribution.MapIndex);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(particle, (uint)batch.Count, nameof(contributions));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(map, (uint)target.MapCount, nameof(contributions));
        }
        using var job = new InsertionJob(target, batch, threadCount);
        job.Run(contributions, cancel);
    }
}
