using Host.Abstractions.Running;
using Plugin.Classify3D.Expectation;
using Plugin.Classify3D.Maximization;

namespace Plugin.Classify3D.Schedules;

/// <summary>Online EM: batches of particles mixed into running statistics, from which the class maps follow at once.</summary>
/// <remarks>Section 6 of docs/method/3-classification.md, equations 10 to 13.</remarks>
internal sealed class OnlineEm
{
    private const int FscRefreshInterval = 10;

    private readonly ClassificationProblem _problem;
    private readonly OnlineBatches _batches;
    private readonly IProgressReporter _progress;
    private readonly Action<ClassificationState> _afterIteration;

    /// <summary>Prepares the iterations.</summary>
    /// <param name="problem">What stays fixed.</param>
    /// <param name="batches">Which particles each iteration looks at.</param>
    /// <param name="progress">Where progress and the series of each iteration go.</param>
    /// <param name="afterIteration">Called with the state after every iteration, to keep a checkpoint.</param>
    public OnlineEm(
        ClassificationProblem problem, OnlineBatches batches, IProgressReporter progress, Action<ClassificationState> afterIteration)
    {
        _problem = problem;
        _batches = batches;
        _progress = progress;
        _afterIteration = afterIteration;
    }

    /// <summary>Whether the FSC of every class is taken anew in an iteration; else the last one is applied.</summary>
    /// <param name="iteration">0-based online iteration.</param>
    public static bool RefreshesFsc(int iteration) => iteration % FscRefreshInterval == 0;

    /// <summary>Iterates from a state, new or resumed, through all batches.</summary>
    /// <param name="state">Maps to start from; holds the result on return.</param>
    /// <param name="cancel">Stops the work; the last checkpoint stays valid.</param>
    public void Run(ClassificationState state, CancellationToken cancel)
    {
        for (var iteration = DoneCount(state); iteration < _batches.Count; iteration++)
        {
            Iterate(state, iteration, cancel);
            if (iteration == _batches.Count - 1)
                state.DropOnlineStatistics();
            _afterIteration(state);
        }
    }

    private static int DoneCount(ClassificationState state) => state.Records.Count(record => record.Kind == IterationKind.Online);

    private void Iterate(ClassificationState state, int iteration, CancellationToken cancel)
    {
        var records = _batches.RecordsOf(iteration);
        using var stage = _progress.Begin($"online iteration {iteration + 1} of {_batches.Count}", records.Length);
        var rate = LearningRate.At(_problem.Options, iteration, _batches.Count);
        // Before the first batch there are no statistics to mix with.
        var share = iteration == 0 ? 1 : rate;
        var statistics = state.OnlineStatistics ??= CreateStatistics(state.ClassCount);
        var similarity = SimilarityOf(state, iteration, records, cancel);
        statistics.Maps.Multiply((float)(1 - share));
        var request = new PassRequest
        {
            Records = records,
            Posteriors = state.Posteriors,
            Statistics = statistics,
            Weight = share * _problem.UsableRecords.Length / records.Length,
            ClassSimilarity = similarity,
            Hardening = HardeningAt(similarity),
        };
        var result = ParticlePass.Run(_problem, state, request, count => stage.Advance(count), cancel);

        var before = state.Classes;
        var sizes = MixedSizes(state, iteration, result.ClassSizes, request.Weight, share);
        var maps = RefreshesFsc(iteration)
            ? ClassMapSolver.Solve(_problem, statistics, sizes, state.Heterogeneity, cancel)
            : ClassMapSolver.SolveWithFscOf(_problem, statistics, before, state.Heterogeneity, cancel);
        state.Take(maps);
        if (!_problem.Options.StaticNoise)
            state.Noise = state.Noise.MovedTowards(result.Noise, rate);
        state.Records.Add(IterationReport.Describe(_problem, state, before, result) with
        {
            Kind = IterationKind.Online,
            ClassSizes = sizes,
            LearningRate = share,
            ClassSimilarity = similarity,
        });
        IterationReport.Tell(stage, state.Records[^1], result);
    }

    private static double[] MixedSizes(ClassificationState state, int iteration, double[] ofBatch, double weight, double share)
    {
        var before = iteration == 0 ? new double[ofBatch.Length] : state.Records[^1].ClassSizes;
        return [.. before.Zip(ofBatch, (old, size) => ((1 - share) * old) + (weight * size))];
    }

    private ClassStatistics CreateStatistics(int classCount)
    {
        var options = _problem.Options;
        var pulls = options.ClassSimilarityEndIteration > 0 && (options.ClassSimilarity > 0 || options.AutoClassSimilarity);
        return new(_problem.Engine, classCount, pulls ? CommonPart.Present : CommonPart.Absent);
    }

    private Hardening HardeningAt(double similarity) => _problem.Options.Assignment switch
    {
        Assignment.Hard => Hardening.Hard,
        Assignment.HardAfterAnnealing when similarity == 0 => Hardening.Hard,
        _ => Hardening.Soft,
    };

    private double SimilarityOf(ClassificationState state, int iteration, int[] records, CancellationToken cancel)
    {
        var options = _problem.Options;
        // The record of iteration 0 keeps what the tuning has found.
        var initial = (iteration, options.AutoClassSimilarity && options.ClassSimilarityEndIteration > 0) switch
        {
            (0, true) => Tune(state, records, cancel),
            (0, false) => options.ClassSimilarity,
            _ => state.Records[0].ClassSimilarity,
        };
        return ClassSimilarity.At(initial, options.ClassSimilarityEndIteration, iteration, _batches.Count);
    }

    private double Tune(ClassificationState state, int[] records, CancellationToken cancel)
    {
        var trial = _problem.Tables.Create(_problem.Scale.Length, state.ClassCount);
        using var stage = _progress.Begin("tuning class similarity", records.Length);
        var request = new PassRequest { Records = records, Posteriors = trial, Statistics = null };
        ParticlePass.Run(_problem, state, request, count => stage.Advance(count), cancel);
        return ClassSimilarity.Tuned(
            trial, records, state.ClassCount, _problem.Options.ClassSimilarity, _problem.Options.TargetEssFraction);
    }
}
