using Plugin.Classify3D.Schedules;
using SingleParticle.Estimation;
using SingleParticle.Fourier;
using SingleParticle.Statistics;

namespace Plugin.Classify3D.Initialization;

/// <summary>Starting maps bootstrapped from disjoint random subsets of the particles.</summary>
internal static class SimpleStart
{
    private const ulong StreamKey = 0x73746172;
    private const double LowPassEdgeShells = 2;

    /// <summary>Reconstructs one map per class, filtered by the consensus' FSC and low-passed.</summary>
    /// <param name="problem">What stays fixed.</param>
    /// <param name="seed">Draws the subsets.</param>
    /// <param name="threadCount">Most threads at work.</param>
    /// <param name="cancel">Stops the work.</param>
    public static ClassificationState Create(ClassificationProblem problem, ulong seed, int threadCount, CancellationToken cancel)
    {
        var classCount = problem.Options.Classes;
        var classOf = DrawSubsets(problem, seed);
        using var statistics = problem.Engine.BackProject(
            classCount, record => classOf[record], problem.Scale, problem.Consensus.Noise, cancel);
        var classes = new RegularisedMap[classCount];
        for (var k = 0; k < classCount; k++)
        {
            var solved = problem.Solver.Solve(
                statistics.Fold(2 * k), statistics.Fold((2 * k) + 1), problem.Composition.Reach, problem.Consensus.Map.Correlations);
            var map = FourierFilter.LowPass(solved.Map, problem.Options.InitLowpassAngstrom, LowPassEdgeShells, threadCount);
            classes[k] = solved with { Map = map };
        }

        return ClassificationState.Start(problem, classes);
    }

    private static int[] DrawSubsets(ClassificationProblem problem, ulong seed)
    {
        // Shuffled in the order of the particle file, so that subsets do not depend on how records are sorted.
        var data = problem.Engine.Data;
        var recordOfRow = new int[data.Count];
        for (var record = 0; record < data.Count; record++)
            recordOfRow[data.Rows[record]] = record;
        new RandomStream(seed).Split(StreamKey).Shuffle(recordOfRow);
        var usable = recordOfRow.Where(record => problem.Scale[record] > 0).ToArray();
        var classCount = problem.Options.Classes;
        var perClass = Math.Min(problem.Options.InitParticlesPerReconstruction, usable.Length / classCount);
        var classOf = new int[data.Count];
        Array.Fill(classOf, -1);
        for (var i = 0; i < perClass * classCount; i++)
            classOf[usable[i]] = i / perClass;
        return classOf;
    }
}
