using System.Collections.Concurrent;
using SingleParticle.Projection;

namespace SingleParticle.Compute;

/// <summary>Adds a batch to statistics: every map takes all that is its own in one go, while it lies in the processor's caches.</summary>
/// <remarks>Where there are fewer maps than threads need, maps are cut into slabs of sections.</remarks>
internal sealed class InsertionJob(CpuStatistics statistics, ParticleBatch batch, ReadOnlyMemory<Contribution> contributions)
{
    // Enough for threads to end at about the same time.
    private const int PartsPerThread = 2;
    private const int MostSlabs = 16;
    private readonly ConcurrentStack<SliceGeometry> idleGeometries = new();

    public void Run(int threadCount, CancellationToken cancel)
    {
        var parts = Parts(threadCount);
        WorkPartition.Run(
            parts.Length,
            threadCount,
            part =>
            {
                if (!idleGeometries.TryPop(out var geometry)) geometry = new SliceGeometry(statistics[0].Plan);
                Insert(parts[part], geometry);
                idleGeometries.Push(geometry);
            },
            cancel);
    }

    /// <summary>The work, the longest first.</summary>
    private Part[] Parts(int threadCount)
    {
        var all = contributions.ToArray();
        var partCount = threadCount == 1 ? 1.0 : PartsPerThread * threadCount;
        return [.. all.GroupBy(item => item.MapIndex).SelectMany(map => Slabs(map.Key, [.. map], partCount / all.Length))
            .OrderByDescending(part => part.Contributions.Length / part.SlabCount)];
    }

    private static IEnumerable<Part> Slabs(int mapIndex, Contribution[] own, double partsPerContribution)
    {
        var slabCount = Math.Clamp((int)(own.Length * partsPerContribution), 1, MostSlabs);
        return Enumerable.Range(0, slabCount).Select(slab => new Part(mapIndex, own, slab, slabCount));
    }

    private void Insert(Part part, SliceGeometry geometry)
    {
        var target = statistics[part.MapIndex];
        var sections = target.Plan.Grid.Side;
        var (first, end) = (sections * part.Slab / part.SlabCount, sections * (part.Slab + 1) / part.SlabCount);
        foreach (var contribution in part.Contributions)
        {
            var particle = batch.Particles.Span[contribution.ParticleIndex];
            geometry.ComputeForInsertion(particle.Frame);
            var slice = new ParticleSlice(
                geometry,
                batch.Records.Data(particle.RecordIndex),
                batch.Records.Powers(particle.RecordIndex),
                batch.ShellWeights[particle.NoiseGroupIndex]);
            target.InsertSlab(slice, contribution.DataWeight, contribution.PowerWeight, first, end);
        }
    }

    /// <summary>A slab of a map, and all that the map receives, in order.</summary>
    private sealed record Part(int MapIndex, Contribution[] Contributions, int Slab, int SlabCount);
}
