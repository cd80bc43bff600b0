using Host.Abstractions.Running;
using Plugin.Classify3D.Expectation;
using SingleParticle.Estimation;

namespace Plugin.Classify3D.Schedules;

/// <summary>What an iteration did, as a record and as points of the series that a host may plot.</summary>
internal static class IterationReport
{
    /// <summary>The record of a full-batch iteration; an online one changes what is its own.</summary>
    /// <param name="problem">What stays fixed.</param>
    /// <param name="state">State after the iteration.</param>
    /// <param name="before">Class maps before it.</param>
    /// <param name="result">What the pass found.</param>
    public static IterationRecord Describe(
        ClassificationProblem problem, ClassificationState state, RegularisedMap[] before, PassResult result) => new()
        {
            Iteration = state.Records.Count + 1,
            ClassSizes = result.ClassSizes,
            SwitchedPercent = result.Moves.SwitchedPercent,
            DensityChange = DensityChange(problem, state.Classes, before, result.ClassSizes),
            MeanEffectiveSampleSize = result.MeanEffectiveSampleSize,
            MeanLogLikelihood = result.MeanLogLikelihood,
            ResolutionsAngstrom = Array.ConvertAll(state.Classes, solved => solved.ResolutionAngstrom),
            Moves = result.Moves.Moves,
        };

    /// <summary>Tells a host of an iteration.</summary>
    /// <param name="progress">The host.</param>
    /// <param name="record">The iteration.</param>
    /// <param name="result">What its pass found.</param>
    public static void Tell(IProgressReporter progress, IterationRecord record, PassResult result)
    {
        progress.Metric("compared pixels x classes %", record.Iteration, result.ComparedPercent);
        progress.Metric("switched particles %", record.Iteration, record.SwitchedPercent);
        progress.Metric("density change", record.Iteration, record.DensityChange);
        progress.Metric("mean class ESS", record.Iteration, record.MeanEffectiveSampleSize);
        progress.Metric("mean log-likelihood", record.Iteration, record.MeanLogLikelihood);
        progress.Metric("learning rate", record.Iteration, record.LearningRate);
        progress.Metric("class similarity", record.Iteration, record.ClassSimilarity);
        for (var k = 0; k < record.ClassSizes.Length; k++)
            progress.Metric(FormattableString.Invariant($"size of class {k + 1}"), record.Iteration, record.ClassSizes[k]);
    }

    private static double DensityChange(
        ClassificationProblem problem, RegularisedMap[] now, RegularisedMap[] before, double[] classSizes)
    {
        double change = 0, total = Math.Max(double.Epsilon, classSizes.Sum());
        for (var k = 0; k < now.Length; k++)
            change += classSizes[k] / total * problem.Composition.DifferenceRms(now[k].Map, before[k].Map);
        return change / Math.Max(double.Epsilon, problem.Composition.ConsensusRms());
    }
}
