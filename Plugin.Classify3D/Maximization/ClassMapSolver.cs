using SingleParticle.Estimation;

namespace Plugin.Classify3D.Maximization;

/// <summary>Maximisation: class maps from the statistics of all classes. Equations 6 to 8 of docs/method/3-classification.md.</summary>
internal static class ClassMapSolver
{
    /// <summary>Reconstructs every class and its half maps, filtered by the FSC between them.</summary>
    /// <param name="problem">What stays fixed.</param>
    /// <param name="statistics">num and den of two half-sets per class.</param>
    /// <param name="cancel">Stops between classes.</param>
    public static RegularisedMap[] Solve(ClassificationProblem problem, ClassStatistics statistics, CancellationToken cancel)
    {
        var classes = new List<RegularisedMap>();
        foreach (var (halfA, halfB) in statistics.Folded())
        {
            cancel.ThrowIfCancellationRequested();
            classes.Add(problem.Solver.Solve(halfA, halfB, problem.Composition.Reach, problem.FixedCorrelations));
        }

        return [.. classes];
    }

    /// <summary>Reconstructs the maps of all classes with the FSC that each has; half maps and FSC stay as they were.</summary>
    /// <param name="problem">What stays fixed.</param>
    /// <param name="statistics">num and den of two half-sets per class.</param>
    /// <param name="before">The classes so far.</param>
    /// <param name="cancel">Stops between classes.</param>
    public static RegularisedMap[] SolveWithFscOf(
        ClassificationProblem problem, ClassStatistics statistics, RegularisedMap[] before, CancellationToken cancel)
    {
        var classes = new List<RegularisedMap>();
        foreach (var (halfA, halfB) in statistics.Folded())
        {
            cancel.ThrowIfCancellationRequested();
            var solved = before[classes.Count];
            classes.Add(solved with { Map = problem.Solver.Combine(halfA, halfB, problem.FixedCorrelations ?? solved.Correlations) });
        }

        return [.. classes];
    }
}
