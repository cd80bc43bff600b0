using SingleParticle.Estimation.Subspace;
using SingleParticle.Fourier;
using SingleParticle.Projection;
using SingleParticle.Statistics;
using SingleParticle.Volumes;

namespace SingleParticle.Estimation.Scales;

/// <summary>Fits scales anew with what the particles differ in left free, so that it does not pass for contrast.</summary>
/// <remarks>
/// Section 4 of docs/method/5-scale.md: components of the particles' differences, states in the space that they span, and scales with
/// states and deviations from them integrated out.
/// </remarks>
internal sealed class SubspaceScale
{
    private const int ParticlesAtOnce = 4096;

    // With fewer shells the agreement of half maps, a few numbers each, does not tell structure from noise.
    private const int FewestShells = 6;

    private readonly EstimationEngine _engine;
    private readonly ScaleReference _reference;
    private readonly NoiseSpectrum _noise;
    private readonly SubspaceSums _sums;
    private readonly int _threadCount;
    private readonly SlicePlan _plan;
    private readonly Volume _reach;

    /// <summary>Prepares for a comparison that has been made.</summary>
    /// <param name="engine">Passes over the particles.</param>
    /// <param name="reference">What they were compared with.</param>
    /// <param name="noise">Noise that shells were weighed with.</param>
    /// <param name="mask">Solvent mask.</param>
    /// <param name="threadCount">Most threads at work.</param>
    public SubspaceScale(EstimationEngine engine, ScaleReference reference, NoiseSpectrum noise, Volume mask, int threadCount)
    {
        (_engine, _reference, _noise, _threadCount) = (engine, reference, noise, threadCount);
        _plan = SubspacePlan.Of(engine.Data, mask, FreeComponents.ResolutionAngstrom);
        _reach = Coarse(mask);
        _sums = new SubspaceSums(engine, _plan, threadCount);
    }

    /// <summary>The comparison with free components.</summary>
    /// <param name="match">The comparison without.</param>
    /// <param name="components">How many.</param>
    /// <param name="cancel">Stops the work.</param>
    public ReferenceMatch Refine(ReferenceMatch match, FreeComponents components, CancellationToken cancel)
    {
        var scale = new OwnScale().Estimate(match).NormalisedToMeanOne();
        int[] usable = [.. Enumerable.Range(0, scale.Scale.Length).Where(record => scale.Scale[record] > 0)];
        if (usable.Length <= ScaleStates.CountFor(components.Count) || _plan.ShellCount < FewestShells)
            return match;
        var found = Find(scale, usable, components, cancel);
        var mean = MeanParts(1);
        var states = FindStates(match, scale, usable, mean, found, components.Seed, cancel);
        var noise = _noise;
        if (_reference.PartCount == 1)
        {
            noise = NoiseLeft(match, scale, mean, found, states, cancel);
            match = new ScaleComparison(_engine, _reference, null).Run(noise, cancel);
        }

        var fits = Fit(match, scale, usable, found, states, noise, cancel);
        return match.With((record, fit) => fits.TryGetValue(record, out var free) ? WithFree(fit, free.Information, free.Score) : fit);
    }

    private Dictionary<int, (double Information, double Score)> Fit(
        ReferenceMatch match,
        ScaleEstimate scale,
        int[] usable,
        SubspaceComponents components,
        ScaleStates states,
        NoiseSpectrum noise,
        CancellationToken cancel)
    {
        var fit = new LatentScale(states);
        var fits = new Dictionary<int, (double Information, double Score)>(usable.Length);
        foreach (var sharing in usable.GroupBy(_reference.MapOf))
        {
            var parts = _reference.PartsOf(sharing.Key).Select(Coarse).ToArray();
            foreach (var records in sharing.Chunk(ParticlesAtOnce))
            {
                var sums = _sums.Of(match, records, parts, components, noise, cancel);
                for (var i = 0; i < records.Length; i++)
                {
                    fit.Settle(sums.Precision(i), sums.Projection(i), scale.Scale[records[i]]);
                    fits.Add(records[i], (fit.Information, fit.Information * fit.Scale));
                }
            }
        }

        return fits;
    }

    // Beside a focus mask, powers remain those of the whole reference.
    private ParticleFit WithFree(ParticleFit fit, double information, double score) => _reference.PartCount == 1
        ? ParticleFit.OfWhole(information, score)
        : fit with { Information = information, Score = score };

    /// <summary>The components, from what the mean of the references leaves of the particles.</summary>
    private SubspaceComponents Find(ScaleEstimate scale, int[] usable, FreeComponents components, CancellationToken cancel)
    {
        var problem = new SubspaceProblem(_engine, scale.Scale, _noise, _threadCount);
        using var particles = ResidualParticles.Create(
            problem, _plan, FreeComponents.SampleOf(usable), MeanParts(scale.NormalisingFactor)[^1], cancel);
        return new SubspaceEstimator(problem, particles, _reach).Estimate(
            components.Count, FreeComponents.IterationCount, new RandomStream(components.Seed), () => { }, cancel);
    }

    private ScaleStates FindStates(
        ReferenceMatch match,
        ScaleEstimate scale,
        int[] usable,
        Volume[] mean,
        SubspaceComponents components,
        ulong seed,
        CancellationToken cancel)
    {
        var sample = FreeComponents.SampleOf(usable);
        var sums = _sums.Of(match, sample, mean, components, _noise, cancel);
        return ScaleStates.Find(
            sums, Array.ConvertAll(sample, record => scale.Scale[record]), new RandomStream(seed).Split(1), _threadCount, cancel);
    }

    private NoiseSpectrum NoiseLeft(
        ReferenceMatch match,
        ScaleEstimate scale,
        Volume[] mean,
        SubspaceComponents components,
        ScaleStates states,
        CancellationToken cancel)
    {
        var (data, fit) = (_engine.Data, new LatentScale(states));
        int[] sample = [.. NoiseSample.Of(data.NoiseGroups).Where(record => scale.Scale[record] > 0)];
        var sums = _sums.Of(match, sample, mean, components, _noise, cancel);
        var left = new StateNoise(data, sample, [.. sample.Select((record, i) =>
        {
            fit.Settle(sums.Precision(i), sums.Projection(i), scale.Scale[record]);
            return fit.Amplitudes(sums.Precision(i), sums.Projection(i));
        })]);
        for (var shell = data.Plane.FirstShell; shell < _plan.ShellCount; shell++)
            left.Explain(shell, _sums.Of(sample, mean, components, left.Only(shell), cancel));
        return left.Left(_noise, _plan.ShellCount);
    }

    /// <summary>The mean of the references times a factor, in parts.</summary>
    private Volume[] MeanParts(double factor) => [.. Enumerable.Range(0, _reference.PartCount).Select(part =>
    {
        var maps = Enumerable.Range(0, _reference.MapCount).Select(map => _reference.PartsOf(map)[part]).ToArray();
        var mean = new float[maps[0].Values.Length];
        foreach (var map in maps)
        {
            for (var i = 0; i < mean.Length; i++)
                mean[i] += (float)(factor / maps.Length) * map.Values[i];
        }

        return Coarse(maps[0].WithValues(mean));
    })];

    private Volume Coarse(Volume map) => VolumeResampler.Resample(map, _plan.Grid.BoxVoxels, _threadCount);
}
