using Host.Abstractions.Running;
using Plugin.Classify3D.Expectation;
using Plugin.Classify3D.Maximization;

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
        var reason = ConvergenceTest.Evaluate(_problem.Options, state.Records);
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
        var iteration = 1 + state.Records.Count(record => record.Kind == IterationKind.FullBatch);
        using var stage = _progress.Begin($"full iteration {iteration}", _problem.UsableRecords.Length);
        using var statistics = new ClassStatistics(_problem.Engine, state.ClassCount, CommonPart.Absent);
        var request = new PassRequest
        {
            Records = _problem.UsableRecords,
            Posteriors = state.Posteriors,
            Statistics = statistics,
            Hardening = _problem.Options.Assignment == Assignment.Soft ? Hardening.Soft : Hardening.Hard,
        };
        var result = ParticlePass.Run(_problem, state, request, count => stage.Advance(count), cancel);
        var before = state.Classes;
        state.Take(Maximise(state, statistics, result, cancel));
        if (!_problem.Options.StaticNoise)
            state.Noise = result.Noise;
        state.Records.Add(IterationReport.Describe(_problem, state, before, result));
        IterationReport.Tell(stage, state.Records[^1], result);
    }

    private ClassMapSet Maximise(ClassificationState state, ClassStatistics statistics, PassResult result, CancellationToken cancel)
    {
        if (!_problem.Options.PullsToConsensus)
            return ClassMapSolver.Solve(_problem, statistics, result.ClassSizes, state.Heterogeneity, cancel);
        var sorting = new Sorting(
            _problem.Composition.ComposeOnDemand(state.Classes), result.Sharing, state.Posteriors, state.Noise);
        return JointMapSolver.Solve(_problem, statistics, state.ClassCount, sorting, state.Heterogeneity, cancel);
    }
}
