using SingleParticle.Estimation;
using SingleParticle.Statistics;

namespace Plugin.Classify3D.Initialization;

/// <summary>Starting maps bootstrapped from disjoint random subsets of the particles.</summary>
internal static class SimpleStart
{
    private const ulong StreamKey = 0x73746172;
    private const int DefaultParticleCount = 1000;

    /// <summary>Reconstructs one map per class, filtered by the consensus' FSC and low-passed.</summary>
    /// <param name="problem">What stays fixed.</param>
    /// <param name="seed">Draws the subsets.</param>
    /// <param name="threadCount">Most threads at work.</param>
    /// <param name="cancel">Stops the work.</param>
    public static RegularisedMap[] Create(ClassificationProblem problem, ulong seed, int threadCount, CancellationToken cancel)
    {
        var classCount = problem.Options.Classes;
        var classOf = DrawSubsets(problem, seed);
        using var statistics = problem.Engine.BackProject(
            classCount, record => classOf[record], problem.Scale, problem.Consensus.Noise, cancel);
        var classes = new RegularisedMap[classCount];
        for (var k = 0; k < classCount; k++)
        {
            cancel.ThrowIfCancellationRequested();
            var solved = problem.Solver.Combine(statistics.Fold(2 * k), statistics.Fold((2 * k) + 1), problem.Consensus.Map);
            classes[k] = StartMap.LowPassed(problem, solved.Map, threadCount);
        }

        return classes;
    }

    /// <summary>The subset of every record, or -1.</summary>
    private static int[] DrawSubsets(ClassificationProblem problem, ulong seed)
    {
        // Shuffled in the order of the particle file, so that subsets do not depend on how records are sorted.
        var usable = problem.UsableRecordsInFileOrder();
        new RandomStream(seed).Split(StreamKey).Shuffle(usable);
        var classCount = problem.Options.Classes;
        var wanted = problem.Options.InitParticlesPerReconstruction ?? DefaultParticleCount;
        var perClass = Math.Min(wanted, usable.Length / classCount);
        var classOf = new int[problem.Scale.Length];
        Array.Fill(classOf, -1);
        for (var i = 0; i < perClass * classCount; i++)
            classOf[usable[i]] = i / perClass;
        return classOf;
    }
}
