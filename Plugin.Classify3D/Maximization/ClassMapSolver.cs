using Plugin.Classify3D.Regularization;
using SingleParticle.Estimation;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Maximization;

/// <summary>
/// Maximisation: class maps from the statistics of all classes. Equations 6 to 8 and 14 to 16 of docs/method/3-classification.md.
/// </summary>
internal static class ClassMapSolver
{
    /// <summary>Reconstructs every class and its half maps, with the FSC between them and all that follows from it.</summary>
    /// <param name="problem">What stays fixed.</param>
    /// <param name="statistics">num and den of two half-sets per class.</param>
    /// <param name="classSizes">Sum of posteriors per class.</param>
    /// <param name="before">Where classes were found to differ so far, or null.</param>
    /// <param name="cancel">Stops between classes.</param>
    public static ClassMapSet Solve(
        ClassificationProblem problem, ClassStatistics statistics, double[] classSizes, Volume? before, CancellationToken cancel)
    {
        var (reach, consensus) = (problem.Composition.Reach, problem.Consensus.Map);
        var isLocal = problem.Options.RegularisesLocally;
        var heterogeneity = isLocal ? new Heterogeneity(reach, problem.ThreadCount) : null;
        var compared = before is null ? reach : HalfMapSolver.Masked(reach, before);
        var total = Math.Max(double.Epsilon, classSizes.Sum());
        var classes = new List<RegularisedMap>();
        foreach (var (halfA, halfB) in statistics.Folded())
        {
            cancel.ThrowIfCancellationRequested();
            if (halfA.IsEmpty || halfB.IsEmpty)
            {
                classes.Add(Unknown(consensus));
                continue;
            }

            var solved = problem.Options.PullsToConsensus
                ? problem.Solver.SolveTowards(halfA, halfB, reach, consensus, compared)
                : problem.Solver.Solve(halfA, halfB, reach, problem.FixedCorrelations);
            heterogeneity?.Add(
                HalfMapSolver.Difference(solved.HalfA, consensus.HalfA),
                HalfMapSolver.Difference(solved.HalfB, consensus.HalfB),
                solved.PriorCorrelations,
                classSizes[classes.Count] / total);
            classes.Add(problem.HalfMaps.Keep(classes.Count, solved));
        }

        return Finish(problem, classes, heterogeneity?.Gain(problem.Options.LocalWindowAngstrom));
    }

    /// <summary>Reconstructs the maps of all classes with the FSC and the local gain that there are; half maps stay as they were.</summary>
    /// <param name="problem">What stays fixed.</param>
    /// <param name="statistics">num and den of two half-sets per class.</param>
    /// <param name="classes">The classes so far.</param>
    /// <param name="heterogeneity">Where classes were found to differ so far, or null.</param>
    /// <param name="cancel">Stops between classes.</param>
    public static ClassMapSet SolveWithFscOf(
        ClassificationProblem problem,
        ClassStatistics statistics,
        RegularisedMap[] classes,
        Volume? heterogeneity,
        CancellationToken cancel)
    {
        var solved = new List<RegularisedMap>();
        foreach (var (halfA, halfB) in statistics.Folded())
        {
            cancel.ThrowIfCancellationRequested();
            solved.Add(
                halfA.IsEmpty || halfB.IsEmpty
                    ? Unknown(problem.Consensus.Map)
                    : problem.Solver.Combine(halfA, halfB, classes[solved.Count], PriorMean(problem)));
        }

        return Finish(problem, solved, heterogeneity);
    }

    /// <summary>
    /// A class of which there are no two halves: nothing is known of it but the consensus, from which it can come up again.
    /// </summary>
    private static RegularisedMap Unknown(RegularisedMap consensus) =>
        consensus with { PriorCorrelations = new double[consensus.Correlations.Length] };

    private static Volume? PriorMean(ClassificationProblem problem) =>
        problem.Options.PullsToConsensus ? problem.Consensus.Map.Map : null;

    private static ClassMapSet Finish(ClassificationProblem problem, List<RegularisedMap> solved, Volume? heterogeneity)
    {
        var classes = solved.Select(map => map with { Map = Confined(map.Map, problem.Consensus.Map.Map, heterogeneity) });
        return new ClassMapSet([.. classes], heterogeneity, []);
    }

    /// <summary>consensus + gain (map - consensus).</summary>
    private static Volume Confined(Volume map, Volume consensus, Volume? gain)
    {
        if (gain is null)
            return map;
        var values = new float[map.Values.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = consensus.Values[i] + (gain.Values[i] * (map.Values[i] - consensus.Values[i]));
        return map.WithValues(values);
    }
}
