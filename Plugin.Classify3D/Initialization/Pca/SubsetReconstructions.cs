using SingleParticle.Compute;
using SingleParticle.Estimation;
using SingleParticle.Fourier;
using SingleParticle.Projection;
using SingleParticle.Statistics;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Initialization.Pca;

/// <summary>Many reconstructions, each from a small random subset of the particles, on a box just large enough for the low-pass.</summary>
/// <remarks>
/// Filtered by the signal that the consensus' FSC speaks of: a subset of P of N particles has den about P / N of the consensus', the
/// signal power tau² is the same.
/// </remarks>
internal sealed class SubsetReconstructions
{
    private const int DefaultParticleCount = 300;

    private readonly ClassificationProblem _problem;
    private readonly int _threadCount;
    private readonly SlicePlan _plan;
    private readonly int _particleCount;

    /// <summary>Plans the reconstructions.</summary>
    /// <param name="problem">What stays fixed.</param>
    /// <param name="threadCount">Most threads at work.</param>
    public SubsetReconstructions(ClassificationProblem problem, int threadCount)
    {
        (_problem, _threadCount) = (problem, threadCount);
        var wanted = problem.Options.InitParticlesPerReconstruction ?? DefaultParticleCount;
        // More than half of the particles in each would make all reconstructions the same.
        _particleCount = Math.Min(wanted, Math.Max(1, problem.UsableRecords.Length / 2));
        var data = problem.Engine.Data;
        var edgeAngstrom = data.WorkingBoxPixels * data.WorkingPixelSizeAngstrom;
        var wantedShell = (int)Math.Ceiling((edgeAngstrom / problem.Options.InitLowpassAngstrom) + StartMap.LowPassEdgeShells);
        var lastShell = Math.Clamp(wantedShell, data.Plane.FirstShell, data.Plane.LastShell);
        var box = Math.Min(data.WorkingBoxPixels, BoxSizes.SmallestFast((2 * lastShell) + 4));
        _plan = new SlicePlan(
            FourierGrid.For(box, lastShell + 0.5, box / 2.0), data.ImageBoxPixels, new HalfPlane(box, data.Plane.FirstShell, lastShell));
    }

    /// <summary>Draws the subsets and reconstructs them.</summary>
    /// <param name="random">Draws the subsets.</param>
    /// <param name="cancel">Stops the work.</param>
    public Volume[] Create(RandomStream random, CancellationToken cancel)
    {
        var subsetsOf = DrawSubsets(random);
        using var statistics = _problem.Engine.Device.CreateStatistics(_plan, _problem.Options.InitReconstructions);
        var records = _problem.UsableRecords.Where(record => subsetsOf[record].Count > 0).ToArray();
        foreach (var chunk in EstimationEngine.ChunksOf(records.Length))
            Insert(statistics, records.AsSpan(chunk.Start, chunk.Count), subsetsOf, cancel);
        var maps = new Volume[statistics.MapCount];
        for (var map = 0; map < maps.Length; map++)
        {
            cancel.ThrowIfCancellationRequested();
            maps[map] = Solve(statistics.Fold(map));
        }

        return maps;
    }

    private List<int>[] DrawSubsets(RandomStream random)
    {
        var subsetsOf = new List<int>[_problem.Scale.Length];
        for (var record = 0; record < subsetsOf.Length; record++)
            subsetsOf[record] = [];
        var order = _problem.UsableRecordsInFileOrder();
        for (var subset = 0; subset < _problem.Options.InitReconstructions; subset++)
        {
            random.Split((ulong)subset).Shuffle(order);
            foreach (var record in order.AsSpan(0, _particleCount))
                subsetsOf[record].Add(subset);
        }

        return subsetsOf;
    }

    private void Insert(IDeviceStatistics statistics, ReadOnlySpan<int> records, List<int>[] subsetsOf, CancellationToken cancel)
    {
        var particles = new BatchParticle[records.Length];
        var contributions = new List<Contribution>();
        for (var item = 0; item < records.Length; item++)
        {
            var record = records[item];
            particles[item] = new(record, _problem.Engine.Data.Frames[record], _problem.Engine.Data.NoiseGroups[record]);
            foreach (var subset in subsetsOf[record])
                contributions.Add(Contribution.OfClass(item, subset, 1, _problem.Scale[record]));
        }

        var weights = _problem.Consensus.Noise.Weights.Select(group => group[.._plan.ShellCount]).ToArray();
        var batch = new ParticleBatch(new LowShellRecords(_problem.Engine.Data, _plan.PixelCount), particles, weights);
        _problem.Engine.Insert(statistics, batch, contributions, cancel);
    }

    private Volume Solve(FoldedStatistics statistics)
    {
        var share = (double)_particleCount / _problem.UsableRecords.Length;
        var correlations = _problem.Consensus.Map.Correlations.AsSpan(0, _plan.ShellCount);
        var ofAll = Array.ConvertAll(statistics.DenominatorByShell(), power => power / share);
        var prior = SignalPrior.InversePower(correlations, ofAll, DataShare.Both);
        var data = _problem.Engine.Data;
        var pixelSize = data.WorkingPixelSizeAngstrom * data.WorkingBoxPixels / _plan.Grid.BoxVoxels;
        var map = Reconstruction.Solve(statistics, prior, pixelSize, _threadCount);
        return FourierFilter.LowPass(map, _problem.Options.InitLowpassAngstrom, StartMap.LowPassEdgeShells, _threadCount);
    }
}
