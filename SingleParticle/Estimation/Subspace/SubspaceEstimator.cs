using SingleParticle.Compute;
using SingleParticle.Fourier;
using SingleParticle.Statistics;
using SingleParticle.Volumes;

namespace SingleParticle.Estimation.Subspace;

/// <summary>The subspace in which particles differ most from the consensus, by EM for probabilistic PCA with poses fixed.</summary>
/// <remarks>
/// Equations 22 to 25 of docs/method/3-classification.md. Tipping, Bishop 1999 (DOI 10.1111/1467-9868.00196); for cryo-EM, Punjani, Fleet
/// 2021 (DOI 10.1016/j.jsb.2021.107702), Gilles, Singer 2025 (DOI 10.1073/pnas.2419140122). Unlike a mixture's, this likelihood has
/// no poor optima: the result hardly depends on the seed.
/// </remarks>
public sealed class SubspaceEstimator
{
    private const int BatchLength = 512;

    private readonly SubspaceProblem _problem;
    private readonly ResidualParticles _particles;
    private readonly Volume _reach;
    private readonly HalfMapSolver _solver;

    /// <summary>Prepares the estimation.</summary>
    /// <param name="problem">Particles, scales, noise.</param>
    /// <param name="particles">What the consensus leaves of the particles.</param>
    /// <param name="reach">Where classes can differ, on the box of the particles' plan.</param>
    public SubspaceEstimator(SubspaceProblem problem, ResidualParticles particles, Volume reach)
    {
        (_problem, _particles, _reach) = (problem, particles, reach);
        _solver = new HalfMapSolver(reach.PixelSizeAngstrom, problem.ThreadCount);
    }

    /// <summary>Estimates Q components.</summary>
    /// <param name="dimension">Q.</param>
    /// <param name="iterationCount">Iterations of EM.</param>
    /// <param name="random">Draws the first coordinates.</param>
    /// <param name="advance">Told of every iteration done.</param>
    /// <param name="cancel">Stops the work.</param>
    public SubspaceComponents Estimate(int dimension, int iterationCount, RandomStream random, Action advance, CancellationToken cancel)
    {
        // Any coordinates will do to begin with: one step turns them into maps with the right covariance.
        var (means, powers) = (new double[_particles.Records.Length * dimension], new double[_particles.Records.Length * dimension]);
        for (var i = 0; i < means.Length; i++)
            (means[i], powers[i]) = (random.NextGaussian(), 1);
        var components = Maximise(dimension, (i, q) => (means[(i * dimension) + q], powers[(i * dimension) + q]), cancel);
        for (var iteration = 0; iteration < iterationCount; iteration++)
        {
            var posterior = LatentPosterior.Whitened(Project(components.Maps, cancel));
            components = Maximise(dimension, (i, q) => (posterior.Mean(i)[q], posterior.Power(i)[q]), cancel);
            advance();
        }

        return components;
    }

    /// <summary>What the particles say of their coordinates.</summary>
    /// <param name="components">Maps that span the subspace.</param>
    /// <param name="cancel">Stops the work.</param>
    public LatentParticles Project(IReadOnlyList<Volume> components, CancellationToken cancel) => LatentParticles.Project(
        _particles, _problem.Scale, _problem.Noise.Weights, components, _problem.ThreadCount, cancel);

    /// <summary>What the particles say of their coordinates, each half-set on the components of the other.</summary>
    /// <param name="components">Components, whose own particles' noise would be found again in these.</param>
    /// <param name="cancel">Stops the work.</param>
    public LatentParticles ProjectAcross(SubspaceComponents components, CancellationToken cancel) => LatentParticles.ProjectAcross(
        _particles, _problem.Scale, _problem.Noise.Weights, components, _problem.ThreadCount, cancel);

    /// <summary>New components from coordinates; those of a whitened posterior need no cross terms.</summary>
    private SubspaceComponents Maximise(int dimension, Func<int, int, (double Mean, double Power)> coordinates, CancellationToken cancel)
    {
        using var statistics = _problem.Engine.Device.CreateStatistics(_particles.Plan, 2 * dimension);
        var data = _particles.Data;
        foreach (var chunk in WorkPartition.Chunks(_particles.Records.Length, BatchLength))
        {
            var batch = new BatchParticle[chunk.Count];
            var contributions = new List<Contribution>(chunk.Count * dimension);
            for (var i = chunk.Start; i < chunk.End; i++)
            {
                var record = _particles.Records[i];
                batch[i - chunk.Start] = new BatchParticle(record, data.Frames[record], data.NoiseGroups[record]);
                for (var q = 0; q < dimension; q++)
                {
                    var (mean, power) = coordinates(i, q);
                    var scale = _problem.Scale[record];
                    contributions.Add(new Contribution(
                        i - chunk.Start, EstimationEngine.MapIndex(q, data.HalfSets[record]), mean * scale, power * scale * scale));
                }
            }

            var weights = _problem.Noise.Weights.Select(group => group[.._particles.Plan.ShellCount]).ToArray();
            _problem.Engine.Insert(statistics, new ParticleBatch(_particles, batch, weights), contributions, cancel);
        }

        return Orthogonal(Solve(statistics, dimension));
    }

    /// <summary>Components from their statistics, confined to where their halves agree.</summary>
    private SubspaceComponents Solve(IDeviceStatistics statistics, int dimension)
    {
        RegularisedMap[] solved = [.. Enumerable.Range(0, dimension).Select(q =>
            _solver.Solve(statistics.Fold(2 * q), statistics.Fold((2 * q) + 1), _reach))];
        var gain = _problem.Confine(solved);
        return new(
            Array.ConvertAll(solved, map => Confined(map.Map)),
            Array.ConvertAll(solved, map => Confined(Filtered(map.HalfA, map.Correlations))),
            Array.ConvertAll(solved, map => Confined(Filtered(map.HalfB, map.Correlations))));

        Volume Confined(Volume map) => HalfMapSolver.Masked(HalfMapSolver.Masked(map, _reach), gain);
    }

    /// <summary>A half map as its prior would have left it: FSC is its share of signal.</summary>
    private Volume Filtered(Volume half, double[] correlations) => FourierFilter.MultiplyShells(
        half, Array.ConvertAll(correlations, share => Math.Max(0, share) / HalfMapSolver.HalfMapGain), _problem.ThreadCount);

    /// <summary>The same subspace and covariance, in orthogonal components, the strongest first.</summary>
    private static SubspaceComponents Orthogonal(SubspaceComponents components)
    {
        var size = components.Maps.Length;
        var gram = new double[size, size];
        for (var q = 0; q < size; q++)
        {
            for (var r = 0; r <= q; r++)
                gram[q, r] = gram[r, q] = Inner(components.Maps[q].Values, components.Maps[r].Values);
        }

        return components.Rotated(SymmetricEigen.Decompose(gram).Vectors);
    }

    private static double Inner(float[] first, float[] second)
    {
        var sum = 0.0;
        for (var i = 0; i < first.Length; i++)
            sum += (double)first[i] * second[i];
        return sum;
    }
}
