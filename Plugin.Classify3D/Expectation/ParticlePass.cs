using Plugin.Classify3D.Schedules;
using SingleParticle.Compute;
using SingleParticle.Estimation;

namespace Plugin.Classify3D.Expectation;

/// <summary>One pass over particles: expectation, and in the same reading of the cache back-projection.</summary>
/// <remarks>Equations 3 to 6 of docs/method/3-classification.md.</remarks>
internal sealed class ParticlePass
{
    private readonly ClassificationProblem _problem;
    private readonly PassRequest _request;
    private readonly ScoreTable _scores;
    private readonly double[] _logPrior;
    private readonly OwnShareCorrection _ownShare;
    private readonly double[] _classSizes;
    private readonly NoiseAccumulator _noise;
    private readonly ClassMoveCounter _moves = new();
    private readonly ParticleSharing _sharing;
    private readonly int _classCount;
    private double _logLikelihood;
    private double _effectiveSampleSize;
    private long _evaluatedPixels;

    private ParticlePass(ClassificationProblem problem, ClassificationState state, PassRequest request)
    {
        _problem = problem;
        _request = request;
        _classCount = state.ClassCount;
        _scores = problem.Engine.CreateScores(_classCount);
        _noise = new NoiseAccumulator(problem.Engine.Data);
        _classSizes = new double[_classCount];
        _sharing = new ParticleSharing(_classCount);
        _logPrior = LogPrior(problem, state);
        _ownShare = new OwnShareCorrection(problem.Options.LeaveOneOut ? state.Leverage : [], _classCount);
    }

    /// <summary>Runs the pass.</summary>
    /// <param name="problem">What stays fixed.</param>
    /// <param name="state">Maps and noise of the previous iteration.</param>
    /// <param name="request">Which particles, and where results go.</param>
    /// <param name="advance">Told the number of particles done.</param>
    /// <param name="cancel">Stops the work; posteriors and statistics are then incomplete.</param>
    public static PassResult Run(
        ClassificationProblem problem, ClassificationState state, PassRequest request, Action<int> advance, CancellationToken cancel)
    {
        var pass = new ParticlePass(problem, state, request);
        using var maps = problem.Engine.LoadBySimilarity(problem.Composition.ComposeOnDemand(state.Classes));
        foreach (var chunk in EstimationEngine.ChunksOf(request.Records.Length))
        {
            var records = request.Records.AsSpan(chunk.Start, chunk.Count);
            var batch = problem.Engine.Data.Batch(records, state.Noise);
            var exclusion = ClassExclusion.For(
                problem, pass._logPrior, pass._ownShare, request.Posteriors, request.Records.AsMemory(chunk.Start, chunk.Count));
            problem.Engine.Device.Score(maps, batch, pass._scores, exclusion, cancel);
            var contributions = new List<Contribution>(chunk.Count * 2);
            for (var item = 0; item < records.Length; item++)
                pass.Expect(records[item], item, contributions);
            if (request.Statistics is not null)
                problem.Engine.Insert(request.Statistics.Maps, batch, contributions, cancel);
            advance(chunk.Count);
        }

        return pass.Result(state);
    }

    private PassResult Result(ClassificationState state)
    {
        var count = Math.Max(1, _request.Records.Length);
        var compared = 100.0 * _evaluatedPixels / ((double)count * _classCount * _problem.Engine.Plan.PixelCount);
        return new PassResult(
            _noise.ToSpectrum(state.Noise), _classSizes, _moves, _effectiveSampleSize / count, _logLikelihood / count, compared,
            _sharing);
    }

    private void Expect(int record, int item, List<Contribution> contributions)
    {
        Span<double> likelihoods = stackalloc double[_classCount];
        _evaluatedPixels += _scores.EvaluatedPixels[item];
        var scale = _problem.Scale[record];
        _problem.LogLikelihoods(record, _scores, item, likelihoods);
        var posteriors = _request.Posteriors.Span.Slice(record * _classCount, _classCount);
        // The posteriors so far are the particle's shares of the maps it is compared with.
        _ownShare.TakeOff(posteriors, scale, likelihoods);
        _logLikelihood += ClassPosteriors.Softmax(likelihoods, _logPrior);
        _sharing.AddPosteriors(_problem.Engine.Data.HalfSets[record], likelihoods, scale);
        var lot = _problem.LotOf(record);
        var before = ClassPosteriors.LargestOrNone(posteriors, lot);
        for (var k = 0; k < _classCount; k++)
            posteriors[k] = (float)likelihoods[k];
        if (_request.Hardening == Hardening.Hard)
            ClassPosteriors.Harden(posteriors, lot);
        _sharing.AddShares(_problem.Engine.Data.HalfSets[record], posteriors, scale);
        _moves.Count(before, ClassPosteriors.Largest(posteriors, lot));
        _effectiveSampleSize += ClassPosteriors.EffectiveSampleSize(posteriors);
        Explain(record, item, posteriors, scale);
        Contribute(record, item, posteriors, scale, contributions);
    }

    private void Explain(int record, int item, ReadOnlySpan<float> posteriors, double scale)
    {
        _noise.Add(record);
        var shellFloats = 2 * _scores.ShellCount;
        for (var k = 0; k < _classCount; k++)
        {
            _classSizes[k] += posteriors[k];
            if (posteriors[k] > _problem.Options.PosteriorThreshold)
                _noise.Explain(
                    record, _scores.ShellSums.AsSpan(((item * _classCount) + k) * shellFloats, shellFloats), posteriors[k], scale);
        }
    }

    /// <remarks>
    /// A particle pulled towards all classes counts (1 - beta) p_k + beta / K in class k. The second part is the same for every class,
    /// so it is back-projected once, into the maps that all classes share.
    /// </remarks>
    private void Contribute(int record, int item, ReadOnlySpan<float> posteriors, double scale, List<Contribution> contributions)
    {
        var (half, similarity) = (_problem.Engine.Data.HalfSets[record], _request.ClassSimilarity);
        for (var k = 0; k < _classCount && similarity < 1; k++)
        {
            if (posteriors[k] > _problem.Options.PosteriorThreshold)
                contributions.Add(
                    Contribution.OfClass(
                        item, EstimationEngine.MapIndex(k, half), _request.Weight * (1 - similarity) * posteriors[k], scale));
        }

        if (similarity > 0)
            contributions.Add(
                Contribution.OfClass(
                    item, EstimationEngine.MapIndex(_classCount, half), _request.Weight * similarity / _classCount, scale));
    }

    private static double[] LogPrior(ClassificationProblem problem, ClassificationState state)
    {
        var classCount = state.ClassCount;
        if (problem.Options.ClassPrior == ClassPrior.Uniform || state.Records.Count == 0)
            return [.. Enumerable.Repeat(-Math.Log(classCount), classCount)];
        // No class falls below one particle: a class that has lost everything can come back.
        var sizes = Array.ConvertAll(state.Records[^1].ClassSizes, size => Math.Max(1, size));
        return Array.ConvertAll(sizes, size => Math.Log(size / sizes.Sum()));
    }
}
