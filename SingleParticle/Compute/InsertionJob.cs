using System.Collections.Concurrent;
using SingleParticle.Projection;

namespace SingleParticle.Compute;

/// <summary>Adds a batch to statistics.</summary>
/// <remarks>
/// A particle that several maps take in is spread over the grid once and then added to each of them; one that few take in is spread
/// over those maps themselves. Every map, cut into slabs of sections where there are few maps, takes its particles in the order of the
/// batch, many in one go, while it lies in the processor's caches.
/// </remarks>
internal sealed class InsertionJob : IDisposable
{
    // From so many on, spreading once and adding is faster than spreading anew for each.
    private const int FewestMaps = 3;

    // Spread at a time: half as many particles as there are maps, so that they take a small part of the maps' memory, but no more than the
    // third-level cache holds.
    private const int FewestSpread = 8;
    private const int MostSpread = 64;

    // Enough for threads to end at about the same time.
    private const int PartsPerThread = 2;
    private const double MostThreadsOfWholeMap = 1.15;
    private const int MostSlabs = 16;

    private readonly CpuStatistics statistics;
    private readonly ParticleBatch batch;
    private readonly int threadCount;
    private readonly List<SpreadSlice> spread = [];
    private readonly ConcurrentStack<SliceGeometry> idleGeometries = new();

    public InsertionJob(CpuStatistics statistics, ParticleBatch batch, int threadCount) =>
        (this.statistics, this.batch, this.threadCount) = (statistics, batch, threadCount);

    public void Run(ReadOnlyMemory<Contribution> contributions, CancellationToken cancel)
    {
        var particles = contributions.ToArray().GroupBy(item => item.ParticleIndex, (_, own) => own.ToArray())
            .OrderBy(own => own[0].ParticleIndex).ToArray();
        for (var start = 0; start < particles.Length;)
        {
            var group = TakeGroup(particles, ref start, out var shared);
            while (spread.Count < shared.Count) spread.Add(new SpreadSlice(statistics[0].Plan));
            WorkPartition.Run(
                shared.Count,
                threadCount,
                slot => OfParticle(shared[slot], (in ParticleSlice slice) => spread[slot].Spread(slice)),
                cancel);
            var parts = Parts(group);
            WorkPartition.Run(parts.Length, threadCount, part => Add(parts[part]), cancel);
        }
    }

    public void Dispose()
    {
        foreach (var slice in spread) slice.Dispose();
    }

    private delegate void SliceAction(in ParticleSlice slice);

    /// <summary>The next particles, up to as many shared ones as are spread at a time.</summary>
    private List<Item> TakeGroup(Contribution[][] particles, ref int start, out List<int> shared)
    {
        (var items, shared) = (new List<Item>(), []);
        var mostShared = Math.Clamp(statistics.MapCount / 2, FewestSpread, MostSpread);
        for (; start < particles.Length; start++)
        {
            var own = particles[start];
            var isShared = own.Length >= FewestMaps;
            if (isShared && shared.Count == mostShared) break;
            var slot = isShared ? shared.Count : -1;
            if (slot >= 0) shared.Add(own[0].ParticleIndex);
            items.AddRange(own.Select(contribution => new Item(contribution, slot)));
        }

        return items;
    }

    /// <summary>The work, the longest first.</summary>
    private Part[] Parts(List<Item> items)
    {
        return [.. items.GroupBy(item => item.Contribution.MapIndex).SelectMany(map => Slabs(map.Key, [.. map], items.Count))
            .OrderByDescending(part => part.Items.Length / part.SlabCount)];
    }

    /// <remarks>A slice is placed anew for every slab, so a map that one thread can take in while others do theirs stays whole.</remarks>
    private IEnumerable<Part> Slabs(int mapIndex, Item[] own, int itemCount)
    {
        var threads = (double)threadCount * own.Length / itemCount;
        var slabCount = threads <= MostThreadsOfWholeMap ? 1 : Math.Min((int)(PartsPerThread * threads), MostSlabs);
        return Enumerable.Range(0, slabCount).Select(slab => new Part(mapIndex, own, slab, slabCount));
    }

    private void Add(Part part)
    {
        var target = statistics[part.MapIndex];
        foreach (var item in part.Items)
        {
            var own = item.Contribution;
            if (item.Slot >= 0)
            {
                spread[item.Slot].AddTo(target, own.DataWeight, own.PowerWeight, part.Slab, part.SlabCount);
                continue;
            }

            OfParticle(own.ParticleIndex, (in ParticleSlice slice) =>
                target.InsertSlab(slice, own.DataWeight, own.PowerWeight, part.Slab, part.SlabCount));
        }
    }

    private void OfParticle(int index, SliceAction action)
    {
        if (!idleGeometries.TryPop(out var geometry)) geometry = new SliceGeometry(statistics[0].Plan);
        var particle = batch.Particles.Span[index];
        geometry.ComputeForInsertion(particle.Frame);
        action(new ParticleSlice(
            geometry,
            batch.Records.Data(particle.RecordIndex),
            batch.Records.Powers(particle.RecordIndex),
            batch.ShellWeights[particle.NoiseGroupIndex]));
        idleGeometries.Push(geometry);
    }

    /// <summary>What a map receives of a particle, and where that was spread; -1 for nowhere.</summary>
    private readonly record struct Item(Contribution Contribution, int Slot);

    /// <summary>A slab of a map, and all that the map receives of a group, in order.</summary>
    private sealed record Part(int MapIndex, Item[] Items, int Slab, int SlabCount);
}
