using System.Collections.Concurrent;
using SingleParticle.Projection;

namespace SingleParticle.Compute;

/// <summary>Scores a batch, a few particles at a time against one block of classes after the other.</summary>
/// <remarks>
/// A block's slices of neighbouring particles share cache lines, so the particles of a tile run inside the blocks. Where classes may be
/// ruled out, low shells come before high ones, and a block without any class left for a particle is passed over.
/// </remarks>
internal sealed class ScoringJob
{
    private const int ParticlesPerTile = 4;
    private readonly ClassMaps maps;
    private readonly ParticleBatch batch;
    private readonly ScoreTable scores;
    private readonly IClassExclusion? exclusion;
    private readonly int[] stageEnds;
    private readonly ConcurrentStack<Worker> idleWorkers = new();

    public ScoringJob(ClassMaps maps, ParticleBatch batch, ScoreTable scores, IClassExclusion? exclusion)
    {
        (this.maps, this.batch, this.scores) = (maps, batch, scores);
        // The only block there is holds the winner.
        this.exclusion = maps.BlockCount > 1 ? exclusion : null;
        stageEnds = this.exclusion is null ? [maps.Plan.ShellCount] : ShellStages.EndsOf(maps.Plan);
    }

    public void Run(int threadCount, CancellationToken cancel)
    {
        var tiles = WorkPartition.Chunks(batch.Count, ParticlesPerTile);
        WorkPartition.Run(
            tiles.Length,
            threadCount,
            tile =>
            {
                if (!idleWorkers.TryPop(out var worker)) worker = new Worker(maps);
                Score(worker, tiles[tile]);
                idleWorkers.Push(worker);
            },
            cancel);
    }

    private void Score(Worker worker, IndexChunk tile)
    {
        for (var i = tile.Start; i < tile.End; i++) Begin(worker, i, i - tile.Start);
        for (var stage = 0; stage < stageEnds.Length; stage++)
        {
            var shells = new IndexChunk(stage == 0 ? 0 : stageEnds[stage - 1], stageEnds[stage]);
            for (var block = 0; block < maps.BlockCount; block++)
                for (var i = tile.Start; i < tile.End; i++)
                    if (worker.HasClasses(i - tile.Start, block)) AddShells(worker, i, i - tile.Start, block, shells);
            for (var i = tile.Start; i < tile.End && stage < stageEnds.Length - 1; i++) RuleOut(worker, i, i - tile.Start, stage);
        }
    }

    private void Begin(Worker worker, int index, int position)
    {
        worker.Geometries[position].Compute(batch.Particles.Span[index].Frame);
        var (first, count) = (index * maps.ClassCount, maps.ClassCount);
        scores.SlicePower.AsSpan(first, count).Clear();
        scores.Correlation.AsSpan(first, count).Clear();
        scores.RuledOut.AsSpan(first, count).Clear();
        scores.EvaluatedPixels[index] = 0;
        for (var block = 0; block < maps.BlockCount; block++) worker.HasClasses(position, block) = true;
    }

    private void AddShells(Worker worker, int index, int position, int block, IndexChunk shells)
    {
        var particle = batch.Particles.Span[index];
        var slice = new ParticleSlice(
            worker.Geometries[position],
            batch.Records.Data(particle.RecordIndex),
            batch.Records.Powers(particle.RecordIndex),
            batch.ShellWeights[particle.NoiseGroupIndex]);
        var (first, count) = (index * maps.ClassCount, maps.ClassCount);
        var shellValues = maps.ClassCount * scores.ShellCount * 2;
        worker.Scorer.AddShells(
            slice,
            maps,
            block,
            shells,
            scores.SlicePower.AsSpan(first, count),
            scores.Correlation.AsSpan(first, count),
            scores.ShellSums.AsSpan(index * shellValues, shellValues));
        var starts = maps.Plan.ShellStarts;
        scores.EvaluatedPixels[index] += (long)(starts[shells.End] - starts[shells.Start]) * maps.ClassesIn(block);
    }

    private void RuleOut(Worker worker, int index, int position, int stage)
    {
        var (first, count) = (index * maps.ClassCount, maps.ClassCount);
        var ruledOut = scores.RuledOut.AsSpan(first, count);
        exclusion!.RuleOut(
            index, stage, scores.SlicePower.AsSpan(first, count), scores.Correlation.AsSpan(first, count), ruledOut);
        for (var block = 0; block < maps.BlockCount; block++) worker.HasClasses(position, block) = false;
        for (var k = 0; k < count; k++)
            if (!ruledOut[k]) worker.HasClasses(position, maps.Order.PlaceOf(k) / ClassMaps.ClassesPerBlock) = true;
    }

    private sealed class Worker
    {
        private readonly bool[] hasClasses;
        private readonly int blockCount;

        public Worker(ClassMaps maps)
        {
            Scorer = new SliceScorer(maps.Plan);
            blockCount = maps.BlockCount;
            hasClasses = new bool[ParticlesPerTile * blockCount];
            for (var i = 0; i < ParticlesPerTile; i++) Geometries[i] = new SliceGeometry(maps.Plan);
        }

        public SliceScorer Scorer { get; }

        public SliceGeometry[] Geometries { get; } = new SliceGeometry[ParticlesPerTile];

        /// <summary>Whether a block still has a class that is not ruled out for a particle of the tile.</summary>
        public ref bool HasClasses(int position, int block) => ref hasClasses[(position * blockCount) + block];
    }
}
