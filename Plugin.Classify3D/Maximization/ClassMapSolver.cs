using SingleParticle.Compute;
using SingleParticle.Estimation;

namespace Plugin.Classify3D.Maximization;

/// <summary>Maximisation: class maps from the statistics of all classes. Equations 6 to 8 of docs/method/3-classification.md.</summary>
internal static class ClassMapSolver
{
    /// <summary>Reconstructs every class.</summary>
    /// <param name="problem">What stays fixed.</param>
    /// <param name="statistics">num and den of two half-sets per class.</param>
    /// <param name="cancel">Stops between classes.</param>
    public static RegularisedMap[] Solve(ClassificationProblem problem, IDeviceStatistics statistics, CancellationToken cancel)
    {
        var classes = new RegularisedMap[statistics.MapCount / 2];
        for (var k = 0; k < classes.Length; k++)
        {
            cancel.ThrowIfCancellationRequested();
            classes[k] = problem.Solver.Solve(
                statistics.Fold(2 * k), statistics.Fold((2 * k) + 1), problem.Composition.Reach, problem.FixedCorrelations);
        }

        return classes;
    }
}
