using System.Collections.Concurrent;
using SingleParticle.Projection;

namespace SingleParticle.Compute;

/// <summary>Scores a batch, a few particles at a time against one block of classes after the other.</summary>
/// <remarks>A block's slices of neighbouring particles share cache lines, so the particles of a tile run inside the blocks.</remarks>
internal sealed class ScoringJob(ClassMaps maps, ParticleBatch batch, ScoreTable scores)
{
    private const int ParticlesPerTile = 4;
    private readonly ConcurrentStack<Worker> idleWorkers = new();

    public void Run(int threadCount, CancellationToken cancel)
    {
        var tiles = WorkPartition.Chunks(batch.Count, ParticlesPerTile);
        WorkPartition.Run(
            tiles.Length,
            threadCount,
            tile =>
            {
                if (!idleWorkers.TryPop(out var worker)) worker = new Worker(maps.Plan);
                Score(worker, tiles[tile]);
                idleWorkers.Push(worker);
            },
            cancel);
    }

    private void Score(Worker worker, IndexChunk tile)
    {
        var particles = batch.Particles.Span;
        for (var i = tile.Start; i < tile.End; i++) worker.Geometries[i - tile.Start].Compute(particles[i].Frame);
        for (var block = 0; block < maps.BlockCount; block++)
            for (var i = tile.Start; i < tile.End; i++)
                ScoreBlock(worker, particles[i], i, i - tile.Start, block);
    }

    private void ScoreBlock(Worker worker, BatchParticle particle, int index, int position, int block)
    {
        var slice = new ParticleSlice(
            worker.Geometries[position],
            batch.Records.Data(particle.RecordIndex),
            batch.Records.Powers(particle.RecordIndex),
            batch.ShellWeights[particle.NoiseGroupIndex]);
        var (first, count) = (index * scores.ClassCount, scores.ClassCount);
        var shellValues = scores.ClassCount * scores.ShellCount * 2;
        worker.Scorer.ScoreBlock(
            slice,
            maps,
            block,
            scores.SlicePower.AsSpan(first, count),
            scores.Correlation.AsSpan(first, count),
            scores.ShellSums.AsSpan(index * shellValues, shellValues));
    }

    private sealed class Worker
    {
        public Worker(SlicePlan plan)
        {
            Scorer = new SliceScorer(plan);
            for (var i = 0; i < ParticlesPerTile; i++) Geometries[i] = new SliceGeometry(plan);
        }

        public SliceScorer Scorer { get; }

        public SliceGeometry[] Geometries { get; } = new SliceGeometry[ParticlesPerTile];
    }
}
