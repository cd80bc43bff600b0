using SingleParticle.Compute;
using SingleParticle.Fourier;
using SingleParticle.Projection;
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
    // Projection and back-projection of one pixel for up to eight components: docs/performance.md.
    private const double SecondsPerBlockPixel = 7.5e-8;

    // Twelve iterations do what twenty do without; from 1 on EM need not converge.
    private const float Relaxation = 0.7f;

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

    /// <summary>Half-plane pixels of a particle that take part.</summary>
    /// <param name="edgeAngstrom">Edge of the box in Å.</param>
    /// <param name="resolutionAngstrom">Finest resolution in Å.</param>
    public static double PixelCount(double edgeAngstrom, double resolutionAngstrom) =>
        Math.PI / 2 * Math.Pow(edgeAngstrom / resolutionAngstrom, 2);

    /// <summary>Processor time of an estimation in seconds, as measured.</summary>
    /// <param name="pixelCount">Pixels of all particles together.</param>
    /// <param name="dimension">Q.</param>
    /// <param name="iterationCount">Iterations of EM.</param>
    public static double Seconds(double pixelCount, int dimension, int iterationCount) =>
        pixelCount * Math.Ceiling(dimension / (double)ClassMaps.ClassesPerBlock) * (iterationCount + 1) * SecondsPerBlockPixel;

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
        var solved = Maximise(dimension, (i, q) => (means[(i * dimension) + q], powers[(i * dimension) + q]), cancel);
        for (var iteration = 0; iteration < iterationCount; iteration++)
        {
            var before = Orthogonal(solved).Maps;
            var posterior = LatentPosterior.Whitened(Project(before, cancel));
            solved = Maximise(dimension, (i, q) => (posterior.Mean(i)[q], posterior.Power(i)[q]), cancel);
            // The last step is EM's own: components and their halves belong together.
            if (iteration < iterationCount - 1)
                solved = Relaxed(solved, SubspaceComponents.Rotated(before, posterior.Whitening));
            advance();
        }

        return WithHalves(solved);
    }

    /// <summary>Steps made longer: EM goes a part of the way in directions in which particles say little.</summary>
    /// <param name="solved">Where EM went.</param>
    /// <param name="before">Where it came from, in the same coordinates.</param>
    private static RegularisedMap[] Relaxed(RegularisedMap[] solved, Volume[] before) => [.. solved.Select((map, q) =>
    {
        var values = new float[map.Map.Values.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = map.Map.Values[i] + (Relaxation * (map.Map.Values[i] - before[q].Values[i]));
        return map with { Map = map.Map.WithValues(values) };
    })];

    /// <summary>What the particles say of their coordinates.</summary>
    /// <param name="components">Maps that span the subspace.</param>
    /// <param name="cancel">Stops the work.</param>
    public LatentParticles Project(IReadOnlyList<Volume> components, CancellationToken cancel) =>
        LatentParticles.Project(_problem, _particles, components, cancel);

    /// <summary>What the particles say of their coordinates, each half-set on the components of the other.</summary>
    /// <param name="components">Components, whose own particles' noise would be found again in these.</param>
    /// <param name="cancel">Stops the work.</param>
    public LatentParticles ProjectAcross(SubspaceComponents components, CancellationToken cancel) =>
        LatentParticles.ProjectAcross(_problem, _particles, components, cancel);

    /// <summary>New components from coordinates; those of a whitened posterior need no cross terms.</summary>
    private RegularisedMap[] Maximise(int dimension, Func<int, int, (double Mean, double Power)> coordinates, CancellationToken cancel)
    {
        using var statistics = new ComponentStatistics(_problem, _particles, dimension);
        statistics.Insert(coordinates, cancel);
        var solved = new RegularisedMap[dimension];
        WorkPartition.Run(dimension, _problem.ThreadCount, Solve, cancel);
        return solved;

        void Solve(int component)
        {
            var (halfA, halfB) = statistics.Fold(component);
            solved[component] = _solver.Solve(halfA, halfB, _reach);
        }
    }

    /// <summary>The same subspace and covariance, confined to where halves agree, in orthogonal components, the strongest first.</summary>
    /// <returns>These, the share of signal they are confined by, and the weight of every solved map in each, [map, component].</returns>
    private (Volume[] Maps, Volume? Gain, double[,] Rotation) Orthogonal(RegularisedMap[] solved)
    {
        var gain = _problem.Confine(solved);
        var maps = Array.ConvertAll(solved, map => Confined(map.Map, gain));
        var gram = new double[maps.Length, maps.Length];
        for (var q = 0; q < maps.Length; q++)
        {
            for (var r = 0; r <= q; r++)
                gram[q, r] = gram[r, q] = Inner(maps[q].Values, maps[r].Values);
        }

        var rotation = SymmetricEigen.Decompose(gram).Vectors;
        return (SubspaceComponents.Rotated(maps, rotation), gain, rotation);
    }

    private SubspaceComponents WithHalves(RegularisedMap[] solved)
    {
        var (maps, gain, rotation) = Orthogonal(solved);
        return new(maps, Half(map => map.HalfA), Half(map => map.HalfB));

        Volume[] Half(Func<RegularisedMap, Volume> half) => SubspaceComponents.Rotated(
            Array.ConvertAll(solved, map => Confined(Filtered(half(map), map.Correlations), gain)), rotation);
    }

    private Volume Confined(Volume map, Volume? gain) => HalfMapSolver.Masked(HalfMapSolver.Masked(map, _reach), gain);

    /// <summary>A half map as its prior would have left it: FSC is its share of signal.</summary>
    private Volume Filtered(Volume half, double[] correlations) => FourierFilter.MultiplyShells(
        half, Array.ConvertAll(correlations, share => Math.Max(0, share) / HalfMapSolver.HalfMapGain), _problem.ThreadCount);

    private static double Inner(float[] first, float[] second)
    {
        var sum = 0.0;
        for (var i = 0; i < first.Length; i++)
            sum += (double)first[i] * second[i];
        return sum;
    }
}
