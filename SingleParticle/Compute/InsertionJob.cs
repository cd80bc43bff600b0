using SingleParticle.Projection;

namespace SingleParticle.Compute;

/// <summary>Adds a batch to statistics: a tile of particles is placed in the grid, then every map takes what is its own.</summary>
internal sealed class InsertionJob(CpuStatistics statistics, ParticleBatch batch, ReadOnlyMemory<Contribution> contributions)
{
    private const int ParticlesPerTile = 32;
    private const int PartsPerThread = 4;
    private const int MostSlabs = 16;
    private SliceGeometry[] geometries = [];

    public void Run(int threadCount, CancellationToken cancel)
    {
        var tiles = SplitByParticle();
        if (tiles.Count == 0) return;
        geometries = new SliceGeometry[tiles.Max(tile => tile.Particles.Length)];
        for (var i = 0; i < geometries.Length; i++) geometries[i] = new SliceGeometry(statistics[0].Plan);
        foreach (var tile in tiles)
        {
            WorkPartition.Run(tile.Particles.Length, threadCount, i => Place(i, tile.Particles[i]), cancel);
            var slabCount = threadCount == 1
                ? 1
                : Math.Min(MostSlabs, ((PartsPerThread * threadCount) + tile.Maps.Length - 1) / tile.Maps.Length);
            var partCount = tile.Maps.Length * slabCount;
            WorkPartition.Run(partCount, threadCount, part => Insert(tile, part / slabCount, part % slabCount, slabCount), cancel);
        }
    }

    private void Place(int position, int particleIndex) =>
        geometries[position].ComputeForInsertion(batch.Particles.Span[particleIndex].Frame);

    private void Insert(Tile tile, int map, int slab, int slabCount)
    {
        var target = statistics[tile.Maps[map].Key];
        var sections = target.Plan.Grid.Side;
        foreach (var (position, contribution) in tile.Maps[map])
        {
            var particle = batch.Particles.Span[contribution.ParticleIndex];
            var slice = new ParticleSlice(
                geometries[position],
                batch.Records.Data(particle.RecordIndex),
                batch.Records.Powers(particle.RecordIndex),
                batch.ShellWeights[particle.NoiseGroupIndex]);
            target.InsertSlab(
                slice, contribution.DataWeight, contribution.PowerWeight, sections * slab / slabCount, sections * (slab + 1) / slabCount);
        }
    }

    /// <summary>Cuts the contributions into runs that touch at most a tile's worth of different particles.</summary>
    private List<Tile> SplitByParticle()
    {
        var tiles = new List<Tile>();
        var positions = new Dictionary<int, int>();
        var pending = new List<(int Position, Contribution Contribution)>();
        foreach (var contribution in contributions.Span)
        {
            if (!positions.TryGetValue(contribution.ParticleIndex, out var position))
            {
                if (positions.Count == ParticlesPerTile)
                {
                    tiles.Add(new Tile(positions, pending));
                    positions.Clear();
                    pending.Clear();
                }
                position = positions.Count;
                positions.Add(contribution.ParticleIndex, position);
            }
            pending.Add((position, contribution));
        }
        if (pending.Count > 0) tiles.Add(new Tile(positions, pending));
        return tiles;
    }

    /// <summary>Different particles, and what each map receives of them in order.</summary>
    private sealed class Tile(Dictionary<int, int> positions, List<(int Position, Contribution Contribution)> contributions)
    {
        public int[] Particles { get; } = positions.OrderBy(pair => pair.Value).Select(pair => pair.Key).ToArray();

        public IGrouping<int, (int Position, Contribution Contribution)>[] Maps { get; } =
            contributions.GroupBy(item => item.Contribution.MapIndex).ToArray();
    }
}
