using Host.Abstractions.Running;
using Plugin.Classify3D.Expectation;
using Plugin.Classify3D.Maximization;
using SingleParticle.Estimation;

namespace Plugin.Classify3D.Schedules;

/// <summary>Full-batch EM: whole passes until particles stop changing class.</summary>
internal sealed class FullBatchEm
{
    private readonly ClassificationProblem _problem;
    private readonly IProgressReporter _progress;
    private readonly Action<ClassificationState> _afterIteration;

    /// <summary>Prepares the iterations.</summary>
    /// <param name="problem">What stays fixed.</param>
    /// <param name="progress">Where progress and the series of each iteration go.</param>
    /// <param name="afterIteration">Called with the state after every iteration, to keep a checkpoint.</param>
    public FullBatchEm(ClassificationProblem problem, IProgressReporter progress, Action<ClassificationState> afterIteration)
    {
        _problem = problem;
        _progress = progress;
        _afterIteration = afterIteration;
    }

    /// <summary>Iterates from a state, new or resumed, to convergence.</summary>
    /// <param name="state">Maps to start from; holds the result on return.</param>
    /// <param name="cancel">Stops the work; the last complete iteration stays in the checkpoint.</param>
    public StopReason Run(ClassificationState state, CancellationToken cancel)
    {
        StopReason? reason = state.Records.Count > 0 ? ConvergenceTest.Evaluate(_problem.Options, state.Records) : null;
        while (reason is null)
        {
            Iterate(state, cancel);
            reason = ConvergenceTest.Evaluate(_problem.Options, state.Records);
            _afterIteration(state);
        }

        return reason.Value;
    }

    private void Iterate(ClassificationState state, CancellationToken cancel)
    {
        var iteration = state.Records.Count + 1;
        using var stage = _progress.Begin($"full iteration {iteration}", _problem.Engine.Data.Count);
        var result = ParticlePass.Run(_problem, state, count => stage.Advance(count), cancel);
        using var statistics = result.Statistics;
        var classes = ClassMapSolver.Solve(_problem, statistics, cancel);

        var before = (state.Classes, state.Posteriors);
        (state.Classes, state.Posteriors) = (classes, result.Posteriors);
        if (!_problem.Options.StaticNoise)
            state.Noise = result.Noise;
        state.Records.Add(Describe(iteration, state, before.Classes, before.Posteriors, result.MeanLogLikelihood));
        Report(stage, state.Records[^1]);
    }

    private IterationRecord Describe(
        int iteration, ClassificationState state, RegularisedMap[] mapsBefore, float[] posteriorsBefore, double meanLogLikelihood)
    {
        var (sizes, total) = (state.ClassSizes(), (double)_problem.Engine.Data.Count);
        var change = 0.0;
        for (var k = 0; k < state.ClassCount; k++)
            change += sizes[k] / total * _problem.Composition.DifferenceRms(state.Classes[k].Map, mapsBefore[k].Map);
        double ess = 0, switched = 0;
        for (var record = 0; record < _problem.Engine.Data.Count; record++)
        {
            var now = PosteriorsOf(state.Posteriors, record, state.ClassCount);
            ess += ClassPosteriors.EffectiveSampleSize(now);
            if (posteriorsBefore.Length == 0
                || ClassPosteriors.Largest(now) != ClassPosteriors.Largest(PosteriorsOf(posteriorsBefore, record, state.ClassCount)))
                switched++;
        }

        return new IterationRecord
        {
            Iteration = iteration,
            ClassSizes = sizes,
            SwitchedPercent = 100 * switched / total,
            DensityChange = change / Math.Max(double.Epsilon, _problem.Composition.ConsensusRms()),
            MeanEffectiveSampleSize = ess / total,
            MeanLogLikelihood = meanLogLikelihood,
            ResolutionsAngstrom = Array.ConvertAll(state.Classes, solved => solved.ResolutionAngstrom),
            Moves = ClassMove.Between(posteriorsBefore, state.Posteriors, state.ClassCount),
        };
    }

    private static ReadOnlySpan<float> PosteriorsOf(float[] posteriors, int record, int classCount) =>
        posteriors.AsSpan(record * classCount, classCount);

    private static void Report(IProgressReporter progress, IterationRecord record)
    {
        progress.Metric("switched particles %", record.Iteration, record.SwitchedPercent);
        progress.Metric("density change", record.Iteration, record.DensityChange);
        progress.Metric("mean class ESS", record.Iteration, record.MeanEffectiveSampleSize);
        progress.Metric("mean log-likelihood", record.Iteration, record.MeanLogLikelihood);
        for (var k = 0; k < record.ClassSizes.Length; k++)
            progress.Metric(FormattableString.Invariant($"size of class {k + 1}"), record.Iteration, record.ClassSizes[k]);
    }
}
