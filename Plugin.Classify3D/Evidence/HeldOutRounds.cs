using Plugin.Classify3D.Differences;
using Plugin.Classify3D.Expectation;
using Plugin.Classify3D.Maximization;
using Plugin.Classify3D.Outputs;
using Plugin.Classify3D.Regularization;
using Plugin.Classify3D.Schedules;
using SingleParticle.Compute;
using SingleParticle.Estimation;
using SingleParticle.Fourier;
using SingleParticle.Particles;
using SingleParticle.Statistics;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Evidence;

/// <summary>Rounds of EM in which each half-set is sorted by class maps made from the other. docs/method/6-evidence.md.</summary>
/// <remarks>
/// EM sorts both half-sets by the same maps: noise that happens to look like the difference of two classes is gathered in both halves,
/// and passes every comparison of half maps. Here no particle is compared with a map that it is part of, the classes' differences are
/// cleared of what sorting alone put into them, and kept only as far as the halves then agree. What noise has made fades in a round or two.
/// </remarks>
internal sealed class HeldOutRounds
{
    private static readonly HalfSet[] Halves = [HalfSet.A, HalfSet.B];

    private readonly ClassificationProblem _problem;
    private readonly NoiseSpectrum _noise;
    private readonly int _classCount;
    private readonly MaskedVoxels _voxels;
    private readonly Volume _consensus;
    private readonly double[] _standardErrors;
    private readonly Memory<float> _posteriors;
    private readonly float[][][] _halfMaps;
    private readonly float[][][] _sortedBy;

    private HeldOutRounds(ClassificationProblem problem, ClassificationState state, Classification result)
    {
        (_problem, _noise, _classCount) = (problem, state.Noise, state.ClassCount);
        _voxels = new MaskedVoxels(problem.Composition.Reach);
        _consensus = problem.Composition.Compose(problem.Consensus.Map.Map);
        _standardErrors = MaskedCorrelation.StandardErrors(problem.Composition.Reach, problem.Consensus.Map.Correlations.Length);
        _posteriors = PosteriorsByRecord(problem, result);
        _halfMaps =
        [
            [.. result.Classes.Select(solved => _voxels.Gather(solved.HalfA))],
            [.. result.Classes.Select(solved => _voxels.Gather(solved.HalfB))],
        ];
        float[][] joint = [.. result.Classes.Select(solved => _voxels.Gather(_voxels.Masked(
            _voxels.Gather(HalfMapSolver.Difference(solved.Map, problem.Consensus.Map.Map)))))];
        _sortedBy = [joint, joint];
    }

    /// <summary>Runs the rounds.</summary>
    /// <param name="problem">What stays fixed.</param>
    /// <param name="state">Final state of EM; it is left as it is.</param>
    /// <param name="result">The classification, whose order of classes is kept.</param>
    /// <param name="roundCount">Number of rounds; with 0 only the selection is taken off.</param>
    /// <param name="advance">Told the number of particles done.</param>
    /// <param name="cancel">Stops the work.</param>
    public static HeldOutResult Run(
        ClassificationProblem problem,
        ClassificationState state,
        Classification result,
        int roundCount,
        Action<int> advance,
        CancellationToken cancel)
    {
        var rounds = new HeldOutRounds(problem, state, result);
        rounds.TakeOffSelection();
        for (var round = 0; round < roundCount; round++)
        {
            rounds.ChooseReferences();
            rounds.Sort(advance, cancel);
            rounds.TakeOffSelection();
        }

        return new HeldOutResult(rounds._posteriors, rounds._halfMaps, rounds._voxels);
    }

    private static Memory<float> PosteriorsByRecord(ClassificationProblem problem, Classification result)
    {
        var posteriors = problem.Tables.Create(problem.Scale.Length, result.ClassCount);
        foreach (var record in problem.UsableRecords)
            result.PosteriorsOf(problem.Engine.Data.Rows[record]).CopyTo(posteriors.Span[(record * result.ClassCount)..]);
        return posteriors;
    }

    // From half maps to their differences from the mean of classes, without what sorting put into them. Equation 6.3.
    private void TakeOffSelection()
    {
        var sizes = ClassSizes();
        for (var half = 0; half < 2; half++)
        {
            var (maps, references) = (_halfMaps[half], _sortedBy[half]);
            var shares = PosteriorOverlap.Shares(_problem, _posteriors, _classCount, Halves[half]);
            var mean = new float[maps[0].Length];
            for (var k = 0; k < _classCount; k++)
                VectorSums.AddScaled(maps[k], (float)(sizes[k] / sizes.Sum()), mean);
            for (var k = 0; k < _classCount; k++)
            {
                VectorSums.AddScaled(mean, -1, maps[k]);
                VectorSums.AddScaled(references[k], -(float)HalfMapSolver.HalfMapGain, maps[k]);
                for (var l = 0; l < _classCount; l++)
                    VectorSums.AddScaled(references[l], (float)(HalfMapSolver.HalfMapGain * shares[k, l]), maps[k]);
            }
        }
    }

    private double[] ClassSizes()
    {
        var sizes = new double[_classCount];
        var posteriors = _posteriors.Span;
        for (var i = 0; i < posteriors.Length; i++)
            sizes[i % _classCount] += posteriors[i];
        return sizes;
    }

    // What each half will be sorted by: the differences of the other half, as far as both agree on them. Equation 6.4.
    private void ChooseReferences()
    {
        var (sizes, gains) = (ClassSizes(), new double[_classCount][]);
        var local = _problem.Options.RegularisesLocally ? new Heterogeneity(_voxels.Mask, _problem.ThreadCount) : null;
        for (var k = 0; k < _classCount; k++)
        {
            var (a, b) = (_voxels.Masked(_halfMaps[0][k]), _voxels.Masked(_halfMaps[1][k]));
            var curve = FourierShellCorrelation.Between(a, b, _problem.ThreadCount);
            gains[k] = [.. _standardErrors.Select((error, shell) => Math.Max(0, curve.Values[shell] - error))];
            local?.Add(a, b, gains[k], sizes[k] / sizes.Sum());
        }

        var where = local?.Gain(_problem.Options.LocalWindowAngstrom);
        for (var half = 0; half < 2; half++)
            _sortedBy[1 - half] = [.. Enumerable.Range(0, _classCount).Select(k => Filtered(_halfMaps[half][k], gains[k], where))];
    }

    private float[] Filtered(float[] difference, double[] gains, Volume? where)
    {
        var filtered = FourierFilter.MultiplyShells(_voxels.Masked(difference), gains, _problem.ThreadCount);
        return _voxels.Gather(_voxels.Masked(_voxels.Gather(HalfMapSolver.Masked(filtered, where))));
    }

    private void Sort(Action<int> advance, CancellationToken cancel)
    {
        using var statistics = new ClassStatistics(_problem.Engine, _classCount, CommonPart.Absent);
        var scores = _problem.Engine.CreateScores(_classCount);
        var (evenPrior, ownShare) = (new double[_classCount], new OwnShareCorrection([], _classCount));
        for (var half = 0; half < 2; half++)
        {
            var references = _sortedBy[half];
            using var maps = _problem.Engine.LoadBySimilarity(
                new MapsOnDemand(_classCount, k => _voxels.Added(_consensus, references[k])));
            var members = _problem.UsableRecords.Where(record => _problem.Engine.Data.HalfSets[record] == Halves[half]).ToArray();
            foreach (var chunk in EstimationEngine.ChunksOf(members.Length))
            {
                var records = members.AsSpan(chunk.Start, chunk.Count);
                var batch = _problem.Engine.Data.Batch(records, _noise);
                var exclusion = ClassExclusion.For(
                    _problem, evenPrior, ownShare, _posteriors, members.AsMemory(chunk.Start, chunk.Count));
                _problem.Engine.Device.Score(maps, batch, scores, exclusion, cancel);
                var contributions = new List<Contribution>();
                for (var item = 0; item < records.Length; item++)
                    Expect(records[item], item, scores, contributions);
                _problem.Engine.Insert(statistics.Maps, batch, contributions, cancel);
                advance(chunk.Count);
            }
        }

        WorkPartition.Run(
            _classCount,
            _problem.ThreadCount,
            k =>
            {
                var (halfA, halfB) = statistics.Fold(k);
                statistics.Release(k);
                var solved = _problem.Solver.SolveHalves(halfA, halfB, _voxels.Mask);
                (_halfMaps[0][k], _halfMaps[1][k]) = (_voxels.Gather(solved.HalfA), _voxels.Gather(solved.HalfB));
            },
            cancel);
    }

    private void Expect(int record, int item, ScoreTable scores, List<Contribution> contributions)
    {
        Span<double> likelihoods = stackalloc double[_classCount];
        Span<double> evenPrior = stackalloc double[_classCount];
        var scale = _problem.Scale[record];
        _problem.LogLikelihoods(record, scores, item, likelihoods);
        ClassPosteriors.Softmax(likelihoods, evenPrior);
        var half = _problem.Engine.Data.HalfSets[record];
        var posteriors = _posteriors.Span.Slice(record * _classCount, _classCount);
        for (var k = 0; k < _classCount; k++)
        {
            posteriors[k] = (float)likelihoods[k];
            if (likelihoods[k] > _problem.Options.PosteriorThreshold)
                contributions.Add(Contribution.OfClass(item, EstimationEngine.MapIndex(k, half), likelihoods[k], scale));
        }
    }
}
