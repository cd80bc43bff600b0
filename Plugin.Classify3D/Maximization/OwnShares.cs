using System.Collections.Concurrent;
using Plugin.Classify3D.Differences;
using Plugin.Classify3D.Expectation;
using SingleParticle.Compute;
using SingleParticle.Estimation;
using SingleParticle.Projection;

namespace Plugin.Classify3D.Maximization;

/// <summary>Measures how far class maps follow the noise of single particles, by reconstructing noise that is put in their place.</summary>
/// <remarks>
/// Equation 21 of docs/method/3-classification.md. A particle's part of a map depends on how the directions are spread, on interpolation,
/// masks and filters; counting voxels misses it by half.
/// </remarks>
internal sealed class OwnShares : IDisposable
{
    private const int ProbesPerClass = 128;

    private readonly ClassificationProblem _problem;
    private readonly Sorting _sorting;
    private readonly MaskedVoxels _voxels;
    private readonly ConcurrentStack<IDeviceStatistics> _idleStatistics = [];
    private readonly (int[] Records, float[] Map)[] _probes;
    private readonly int[] _stageEnds;
    private readonly List<int>[] _members;

    /// <summary>Prepares for the maps of an iteration.</summary>
    /// <param name="problem">What stays fixed.</param>
    /// <param name="sorting">How the particles were sorted.</param>
    /// <param name="classCount">K.</param>
    /// <param name="voxels">Where classes can differ.</param>
    public OwnShares(ClassificationProblem problem, Sorting sorting, int classCount, MaskedVoxels voxels)
    {
        (_problem, _sorting, _voxels) = (problem, sorting, voxels);
        _stageEnds = ShellStages.EndsOf(problem.Engine.Plan);
        _probes = new (int[], float[])[classCount];
        Array.Fill(_probes, ([], []));
        _members = Members(problem.UsableRecords, sorting.Posteriors, classCount);
    }

    /// <summary>Reconstructs noise from some of a class' particles. Thread-safe.</summary>
    /// <param name="classIndex">Class, 0-based.</param>
    /// <param name="both">Its statistics, both halves together.</param>
    /// <param name="cancel">Stops the work.</param>
    public void Add(int classIndex, FoldedStatistics both, CancellationToken cancel)
    {
        var records = MembersOf(classIndex);
        if (!_idleStatistics.TryPop(out var statistics))
            statistics = _problem.Engine.Device.CreateStatistics(_problem.Engine.Plan, 1);
        statistics.Multiply(0);
        var contributions = records.Select((record, item) => Contribution.OfClass(item, 0, 1, _problem.Scale[record]));
        _problem.Engine.Insert(statistics, Batch(records), contributions, cancel);
        var prior = Array.ConvertAll(both.DenominatorByShell(), power => HalfMapSolver.WeakPriorShare * power);
        var map = Reconstruction.Solve(
            both.WithNumeratorOf(statistics.Fold(0)), prior, _problem.Engine.Data.WorkingPixelSizeAngstrom, _problem.ThreadCount);
        _probes[classIndex] = (records, _voxels.Gather(map));
        _idleStatistics.Push(statistics);
    }

    /// <summary>
    /// By how much a particle of scale 1 that is wholly in class m raises its own log-likelihood of class k over the shells up to the end
    /// of a stage of comparison, [stage, m, k] as one list.
    /// </summary>
    /// <param name="ways">The ways in which classes differ.</param>
    /// <param name="filters">What is kept of each.</param>
    /// <param name="cancel">Stops the work.</param>
    public double[] Leverage(PrincipalDifferences ways, WayFilter[] filters, CancellationToken cancel)
    {
        var count = _probes.Length;
        var leverage = new double[_stageEnds.Length * count * count];
        if (ways.Count == 0)
            return leverage;
        var scores = _problem.Engine.CreateScores(ways.Count);
        for (var m = 0; m < count; m++)
        {
            var shares = Shares(m, filters, scores, cancel);
            for (var stage = 0; stage < _stageEnds.Length; stage++)
            {
                for (var k = 0; k < count; k++)
                {
                    for (var r = 0; r < ways.Count; r++)
                    {
                        leverage[(((stage * count) + m) * count) + k] +=
                            ways.ToClasses[k, r] * ways.FromClasses[r, m] * shares[stage, r];
                    }
                }
            }
        }

        return leverage;
    }

    /// <summary>Frees what is not managed.</summary>
    public void Dispose()
    {
        foreach (var statistics in _idleStatistics)
            statistics.Dispose();
    }

    /// <summary>Particles that are as much in the class as any, evenly spread over directions.</summary>
    private int[] MembersOf(int classIndex)
    {
        var members = _members[classIndex];
        var taken = Math.Min(ProbesPerClass, members.Count);
        return [.. Enumerable.Range(0, taken).Select(i => members[(int)((long)i * members.Count / taken)])];
    }

    // All classes at once: the table is read from front to back twice, and not twice for each of them.
    private static List<int>[] Members(int[] records, ReadOnlyMemory<float> table, int classCount)
    {
        var (most, members) = (new float[classCount], new List<int>[classCount]);
        var posteriors = table.Span;
        for (var k = 0; k < classCount; k++)
            members[k] = [];
        foreach (var record in records)
        {
            for (var k = 0; k < classCount; k++)
                most[k] = Math.Max(most[k], posteriors[(record * classCount) + k]);
        }

        foreach (var record in records)
        {
            for (var k = 0; k < classCount; k++)
            {
                if (posteriors[(record * classCount) + k] >= most[k] / 2)
                    members[k].Add(record);
            }
        }

        return members;
    }

    /// <summary>What a particle of the class finds again of its own noise, up to the end of every stage and in every way.</summary>
    private double[,] Shares(int classIndex, WayFilter[] filters, ScoreTable scores, CancellationToken cancel)
    {
        var (records, values) = _probes[classIndex];
        var shares = new double[_stageEnds.Length, filters.Length];
        if (records.Length == 0)
            return shares;
        var masked = _voxels.Masked(values);
        using var maps = _problem.Engine.Load([.. filters.Select(filter => HalfMapSolver.Masked(masked, filter.Local))]);
        var batch = Batch(records);
        _problem.Engine.Device.Score(maps, batch, scores, cancel);
        for (var r = 0; r < filters.Length; r++)
        {
            var byShell = ByShell(records, batch, scores, r, filters[r].Gains);
            for (var stage = 0; stage < _stageEnds.Length; stage++)
                shares[stage, r] = byShell.Take(_stageEnds[stage]).Sum();
        }

        return shares;
    }

    private double[] ByShell(int[] records, ParticleBatch batch, ScoreTable scores, int way, double[] gains)
    {
        var (shares, weight) = (new double[gains.Length], 0.0);
        for (var item = 0; item < records.Length; item++)
        {
            var (scale, perPower) = (_problem.Scale[records[item]], batch.ShellWeights[batch.Particles.Span[item].NoiseGroupIndex]);
            var sums = scores.ShellSums.AsSpan(((item * scores.ClassCount) + way) * gains.Length * 2, gains.Length * 2);
            for (var s = 0; s < gains.Length; s++)
                shares[s] += scale * perPower[s] * gains[s] * sums[(2 * s) + 1];
            weight += scale * scale;
        }

        return Array.ConvertAll(shares, share => share / weight / HalfMapSolver.HalfMapGain);
    }

    private ParticleBatch Batch(int[] records)
    {
        var data = _problem.Engine.Data;
        var particles = Array.ConvertAll(records, record => new BatchParticle(record, data.Frames[record], data.NoiseGroups[record]));
        return new ParticleBatch(new ProbeRecords(data, _sorting.Noise, records), particles, _sorting.Noise.Weights);
    }
}
