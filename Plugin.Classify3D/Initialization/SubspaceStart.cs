using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.Classify3D.Regularization;
using SingleParticle.Estimation;
using SingleParticle.Estimation.Subspace;
using SingleParticle.Estimation.Subspace.Mixtures;
using SingleParticle.Fourier;
using SingleParticle.Statistics;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Initialization;

/// <summary>
/// Starting maps from the subspace in which the particles differ, and the mixture of K states in it that explains them best.
/// </summary>
/// <remarks>Section 7 of docs/method/3-classification.md.</remarks>
internal static class SubspaceStart
{
    private const ulong StreamKey = 0x73756273;
    private const int FewestComponents = 4;
    private const int MostComponents = 20;
    private const int IterationCount = 12;

    /// <summary>What the start needs on top of EM: memory in bytes and processor time in seconds.</summary>
    /// <param name="options">The job's options.</param>
    /// <param name="header">The particles.</param>
    /// <param name="count">How many of them are classified.</param>
    public static (double MemoryBytes, double CpuSeconds) Needs(Classify3DOptions options, DataHeader header, double count)
    {
        var (particles, components) = (Math.Min(count, options.SubspaceParticles), ComponentCount(options));
        var edge = (header.BoxPixels ?? 0) * (header.PixelSizeAngstrom ?? 0);
        var pixels = particles * SubspaceEstimator.PixelCount(edge, options.SubspaceResolutionAngstrom);
        return (
            (pixels * 2 * sizeof(float)) + LatentMixture.Bytes(particles, components),
            SubspaceEstimator.Seconds(pixels, components, IterationCount)
                + LatentMixture.Seconds(particles, components, options.Classes));
    }

    /// <summary>Finds one map per class: the consensus plus the class's place in the subspace.</summary>
    /// <param name="problem">What stays fixed.</param>
    /// <param name="progress">Told of the stages.</param>
    /// <param name="seed">Draws the particles, the first guess of the subspace and the starts of the mixture.</param>
    /// <param name="cancel">Stops the work.</param>
    public static RegularisedMap[] Create(
        ClassificationProblem problem, IProgressReporter progress, ulong seed, CancellationToken cancel)
    {
        var random = new RandomStream(seed).Split(StreamKey);
        var consensus = problem.Consensus.Map;
        var plan = SubspacePlan.Of(problem.Engine.Data, problem.Composition.Reach, problem.Options.SubspaceResolutionAngstrom);
        var box = plan.Grid.BoxVoxels;
        var (reach, mean) = (Resampled(problem.Composition.Reach, box), Resampled(problem.Composition.Compose(consensus.Map), box));
        var subspace = ProblemOf(problem, reach);
        using var particles = ResidualParticles.Create(subspace, plan, Draw(problem, random.Split(0)), mean, cancel);
        var estimator = new SubspaceEstimator(subspace, particles, reach);
        var dimension = ComponentCount(problem.Options);
        using var stage = progress.Begin("subspace", IterationCount);
        var components = estimator.Estimate(dimension, IterationCount, random.Split(1), () => stage.Advance(), cancel);
        for (var q = 0; q < dimension; q++)
            stage.Metric("RMS of subspace component relative to consensus", q + 1, Rms(components.Maps[q]) / Math.Max(Rms(mean), 1e-30));
        var latent = estimator.ProjectAcross(components, cancel);
        var mixture = LatentMixture.Fit(latent, problem.Options.Classes, random.Split(2), problem.ThreadCount, cancel);
        return Array.ConvertAll(mixture.Centres, centre => consensus with { Map = MapAt(centre) });

        Volume Resampled(Volume map, int boxVoxels) => VolumeResampler.Resample(map, boxVoxels, problem.ThreadCount, cancel);

        Volume MapAt(double[] centre) =>
            HalfMapSolver.Sum(consensus.Map, Resampled(components.At(centre), consensus.Map.BoxVoxels));
    }

    private static int ComponentCount(Classify3DOptions options) =>
        options.SubspaceComponents ?? Math.Clamp(options.Classes + 2, FewestComponents, MostComponents);

    private static double Rms(Volume map) => Math.Sqrt(map.Values.Average(value => (double)value * value));

    /// <summary>The problem as the estimation of a subspace sees it.</summary>
    /// <param name="problem">What stays fixed.</param>
    /// <param name="reach">Where classes can differ, on the box of the subspace.</param>
    internal static SubspaceProblem ProblemOf(ClassificationProblem problem, Volume reach) =>
        new(problem.Engine, problem.Scale, problem.Consensus.Noise, problem.ThreadCount)
        {
            Confine = solved => problem.Options.RegularisesLocally ? SignalShare(problem, reach, solved) : null,
        };

    private static Volume SignalShare(ClassificationProblem problem, Volume reach, IReadOnlyList<RegularisedMap> components)
    {
        var heterogeneity = new Heterogeneity(reach, problem.ThreadCount);
        foreach (var component in components)
            heterogeneity.Add(component.HalfA, component.HalfB, component.Correlations, 1);
        // The window cannot be narrower than a voxel of the coarse box.
        return heterogeneity.Gain(Math.Max(problem.Options.LocalWindowAngstrom, reach.PixelSizeAngstrom));
    }

    private static int[] Draw(ClassificationProblem problem, RandomStream random)
    {
        var usable = problem.UsableRecordsInFileOrder();
        if (usable.Length <= problem.Options.SubspaceParticles)
            return problem.UsableRecords;
        random.Shuffle(usable);
        var drawn = usable[..problem.Options.SubspaceParticles];
        Array.Sort(drawn);
        return drawn;
    }
}
