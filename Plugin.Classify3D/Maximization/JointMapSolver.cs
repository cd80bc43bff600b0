using Plugin.Classify3D.Differences;
using Plugin.Classify3D.Expectation;
using Plugin.Classify3D.Regularization;
using SingleParticle.Compute;
using SingleParticle.Estimation;
using SingleParticle.Projection;
using SingleParticle.Statistics;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Maximization;

/// <summary>
/// Maximisation with all classes together: they differ from the consensus in as many independent ways as both half-sets agree on.
/// </summary>
/// <remarks>Equations 17 to 21 of docs/method/3-classification.md.</remarks>
internal sealed class JointMapSolver
{
    private readonly ClassificationProblem _problem;
    private readonly Sorting _sorting;
    private readonly Volume _compared;
    private readonly ClassDifferences _differences;
    private readonly OwnShares? _ownShares;
    private readonly RegularisedMap[] _classes;

    private JointMapSolver(ClassificationProblem problem, Sorting sorting, int classCount, Volume? before)
    {
        (_problem, _sorting) = (problem, sorting);
        var reach = problem.Composition.Reach;
        _compared = HalfMapSolver.Masked(reach, before);
        _differences = new ClassDifferences(reach, problem.Consensus.Map, sorting);
        _classes = new RegularisedMap[classCount];
        _ownShares = problem.Options.LeaveOneOut ? new OwnShares(problem, sorting, classCount, _differences.Voxels) : null;
    }

    /// <summary>Reconstructs every class.</summary>
    /// <param name="problem">What stays fixed.</param>
    /// <param name="statistics">num and den of two half-sets per class; each is freed as soon as it is folded.</param>
    /// <param name="classCount">K.</param>
    /// <param name="sorting">How the particles were sorted.</param>
    /// <param name="before">Where classes were found to differ so far, or null.</param>
    /// <param name="cancel">Stops between classes.</param>
    public static ClassMapSet Solve(
        ClassificationProblem problem,
        ClassStatistics statistics,
        int classCount,
        Sorting sorting,
        Volume? before,
        CancellationToken cancel)
    {
        var solver = new JointMapSolver(problem, sorting, classCount, before);
        using (solver._ownShares)
        {
            solver.SolveHalves(statistics, cancel);
            return solver.Compose(cancel);
        }
    }

    private void SolveHalves(ClassStatistics statistics, CancellationToken cancel) => WorkPartition.Run(
        _classes.Length,
        _problem.ThreadCount,
        k =>
        {
            if (_sorting.Sharing.HasBothHalves(k))
            {
                var (halfA, halfB) = statistics.Fold(k);
                statistics.Release(k);
                var solved = _problem.Solver.SolveHalves(halfA, halfB, _problem.Composition.Reach);
                _differences.Set(k, solved);
                _classes[k] = _problem.HalfMaps.Keep(k, solved) with { Map = _problem.Consensus.Map.Map };
                _ownShares?.Add(k, halfA.Plus(halfB), cancel);
            }
            else
            {
                statistics.Release(k);
                // A class without two halves: nothing is known of it but the consensus, from which it can come up again.
                _classes[k] = _problem.Consensus.Map;
                _differences.SetUnknown(k);
            }
        },
        cancel);

    private ClassMapSet Compose(CancellationToken cancel)
    {
        var ways = PrincipalDifferences.Find(
            _differences, _sorting.Sharing, _compared, _problem.Engine.Data.Plane.LastShell, _problem.ThreadCount);
        var (maps, filters) = (new Volume[ways.Count], new WayFilter[ways.Count]);
        for (var r = 0; r < ways.Count; r++)
        {
            cancel.ThrowIfCancellationRequested();
            var way = r;
            var a = _differences.Combination(0, k => ways.FromClasses[way, k]);
            var b = _differences.Combination(1, k => ways.FromClasses[way, k]);
            filters[r] = FilterOf(a, b);
            maps[r] = filters[r].Apply(HalfMapSolver.Sum(a, b), _problem.ThreadCount);
        }

        WorkPartition.Run(
            _classes.Length, _problem.ThreadCount, k => _classes[k] = _classes[k] with { Map = MapOf(k, ways, maps) }, cancel);
        return new ClassMapSet(_classes, WayFilter.Union(filters), _ownShares?.Leverage(ways, filters, cancel) ?? []);
    }

    /// <remarks>
    /// Ways are mostly local, each in a place of its own: where another way is strong, this one is noise. Its FSC is taken again where it
    /// is, as everywhere else there is nothing that halves could agree on.
    /// </remarks>
    private WayFilter FilterOf(Volume a, Volume b)
    {
        var correlations = Correlations(a, b, _compared);
        if (!_problem.Options.RegularisesLocally)
            return new WayFilter(correlations, null);
        var heterogeneity = new Heterogeneity(_problem.Composition.Reach, _problem.ThreadCount);
        heterogeneity.Add(a, b, correlations, 1);
        var local = heterogeneity.Gain(_problem.Options.LocalWindowAngstrom);
        return new WayFilter(Correlations(a, b, HalfMapSolver.Masked(_problem.Composition.Reach, local)), local);
    }

    private double[] Correlations(Volume a, Volume b, Volume mask)
    {
        var curve = FourierShellCorrelation.Between(
            HalfMapSolver.Masked(a, mask), HalfMapSolver.Masked(b, mask), _problem.ThreadCount);
        return
        [
            .. curve.Values.Take(_problem.Engine.Plan.ShellCount)
                .Select(value => Math.Clamp(value, SignalPrior.SmallestCorrelation, SignalPrior.LargestCorrelation)),
        ];
    }

    private Volume MapOf(int classIndex, PrincipalDifferences ways, Volume[] maps)
    {
        var (consensus, sum) = (_problem.Consensus.Map.Map, new float[_problem.Consensus.Map.Map.Values.Length]);
        for (var r = 0; r < maps.Length; r++)
            VectorSums.AddScaled(maps[r].Values, (float)ways.ToClasses[classIndex, r], sum);
        VectorSums.AddScaled(consensus.Values, 1, sum);
        return consensus.WithValues(sum);
    }
}
