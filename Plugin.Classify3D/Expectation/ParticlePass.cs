using Plugin.Classify3D.Schedules;
using SingleParticle.Compute;
using SingleParticle.Estimation;

namespace Plugin.Classify3D.Expectation;

/// <summary>One pass over all particles: expectation, and in the same reading of the cache back-projection.</summary>
/// <remarks>Equations 3 to 6 of docs/method/3-classification.md.</remarks>
internal sealed class ParticlePass
{
    private readonly ClassificationProblem _problem;
    private readonly ScoreTable _scores;
    private readonly float[] _posteriors;
    private readonly double[] _logPrior;
    private readonly NoiseAccumulator _noise;
    private readonly int _classCount;
    private double _logLikelihood;

    private ParticlePass(ClassificationProblem problem, ClassificationState state)
    {
        _problem = problem;
        _classCount = state.ClassCount;
        _scores = problem.Engine.CreateScores(_classCount);
        _posteriors = new float[problem.Engine.Data.Count * _classCount];
        _noise = new NoiseAccumulator(problem.Engine.Data);
        _logPrior = LogPrior(problem, state);
    }

    /// <summary>Runs the pass.</summary>
    /// <param name="problem">What stays fixed.</param>
    /// <param name="state">Maps and noise of the previous iteration.</param>
    /// <param name="advance">Told the number of particles done.</param>
    /// <param name="cancel">Stops the work.</param>
    public static PassResult Run(ClassificationProblem problem, ClassificationState state, Action<int> advance, CancellationToken cancel)
    {
        var pass = new ParticlePass(problem, state);
        using var maps = problem.Engine.Load([.. state.Classes.Select(solved => problem.Composition.Compose(solved.Map))]);
        var statistics = problem.Engine.Device.CreateStatistics(problem.Engine.Plan, 2 * state.ClassCount);
        try
        {
            foreach (var chunk in problem.Engine.Chunks)
            {
                var batch = problem.Engine.Data.Batch(chunk, state.Noise);
                problem.Engine.Device.Score(maps, batch, pass._scores, cancel);
                var contributions = new List<Contribution>(chunk.Count * 2);
                for (var record = chunk.Start; record < chunk.End; record++)
                    pass.Expect(record, record - chunk.Start, contributions);
                problem.Engine.Device.BackProject(statistics, batch, contributions.ToArray(), cancel);
                advance(chunk.Count);
            }
        }
        catch
        {
            statistics.Dispose();
            throw;
        }

        return new PassResult(pass._posteriors, statistics, pass._noise.ToSpectrum(), pass._logLikelihood / problem.Engine.Data.Count);
    }

    private void Expect(int record, int item, List<Contribution> contributions)
    {
        Span<double> likelihoods = stackalloc double[_classCount];
        var scale = _problem.Scale[record];
        for (var k = 0; k < _classCount; k++)
        {
            var (power, correlation) = (_scores.SlicePower[(item * _classCount) + k], _scores.Correlation[(item * _classCount) + k]);
            likelihoods[k] = (scale * correlation) - (scale * scale * power / 2);
        }

        _logLikelihood += ClassPosteriors.Softmax(likelihoods, _logPrior);
        var posteriors = _posteriors.AsSpan(record * _classCount, _classCount);
        for (var k = 0; k < _classCount; k++)
            posteriors[k] = (float)likelihoods[k];
        if (_problem.Options.Assignment == Assignment.Hard)
            ClassPosteriors.Harden(posteriors);
        _noise.Add(record);
        var shellFloats = 2 * _scores.ShellCount;
        for (var k = 0; k < _classCount; k++)
        {
            if (posteriors[k] <= _problem.Options.PosteriorThreshold || scale <= 0)
                continue;
            _noise.Explain(record, _scores.ShellSums.AsSpan(((item * _classCount) + k) * shellFloats, shellFloats), posteriors[k], scale);
            var map = EstimationEngine.MapIndex(k, _problem.Engine.Data.HalfSets[record]);
            contributions.Add(new Contribution(item, map, posteriors[k], scale));
        }
    }

    private static double[] LogPrior(ClassificationProblem problem, ClassificationState state)
    {
        var classCount = state.ClassCount;
        if (problem.Options.ClassPrior == ClassPrior.Uniform || state.Posteriors.Length == 0)
            return [.. Enumerable.Repeat(-Math.Log(classCount), classCount)];
        var sizes = state.ClassSizes();
        // No class falls below one particle: a class that has lost everything can come back.
        return Array.ConvertAll(sizes, size => Math.Log(Math.Max(1, size) / sizes.Sum(other => Math.Max(1, other))));
    }
}
