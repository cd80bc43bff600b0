using SingleParticle.Estimation.Subspace;
using SingleParticle.Fourier;
using SingleParticle.Projection;
using SingleParticle.Statistics;
using SingleParticle.Volumes;

namespace SingleParticle.Estimation.Scales;

/// <summary>Fits scales anew with what the particles differ in left free, so that it does not pass for contrast.</summary>
/// <remarks>
/// Equations 5.14 and 5.15 of docs/method/5-scale.md: the components of the particles' differences have normally distributed amplitudes in
/// every particle, over which its likelihood is integrated.
/// </remarks>
internal sealed class SubspaceScale
{
    // A component whose coordinates, of variance 1, hardly show in single particles is noise;
    private const double LeastPower = 0.1;

    // and a slope within so many standard deviations may be none.
    private const double LeastSignificance = 4;

    // With fewer shells the agreement of half maps, a few numbers each, does not tell structure from noise.
    private const int FewestShells = 6;

    private readonly EstimationEngine _engine;
    private readonly ScaleReference _reference;
    private readonly NoiseSpectrum _noise;
    private readonly int _threadCount;
    private readonly SlicePlan _plan;
    private readonly Volume _reach;

    /// <summary>Prepares for a comparison that has been made.</summary>
    /// <param name="engine">Passes over the particles.</param>
    /// <param name="reference">What they were compared with, not taken apart.</param>
    /// <param name="noise">Noise that shells were weighed with.</param>
    /// <param name="mask">Solvent mask.</param>
    /// <param name="threadCount">Most threads at work.</param>
    public SubspaceScale(EstimationEngine engine, ScaleReference reference, NoiseSpectrum noise, Volume mask, int threadCount)
    {
        (_engine, _reference, _noise, _threadCount) = (engine, reference, noise, threadCount);
        _plan = SubspacePlan.Of(engine.Data, mask, FreeComponents.ResolutionAngstrom);
        _reach = Coarse(mask);
    }

    /// <summary>The comparison with free components.</summary>
    /// <param name="match">The comparison without.</param>
    /// <param name="components">How many.</param>
    /// <param name="cancel">Stops the work.</param>
    public ReferenceMatch Refine(ReferenceMatch match, FreeComponents components, CancellationToken cancel)
    {
        var scale = new OwnScale().Estimate(match).NormalisedToMeanOne();
        int[] usable = [.. Enumerable.Range(0, scale.Scale.Length).Where(record => scale.Scale[record] > 0)];
        if (usable.Length <= components.Count || _plan.ShellCount < FewestShells)
            return match;
        var found = Find(scale, usable, components, cancel);
        if (found.Length == 0)
            return match;
        var fits = new Dictionary<int, (double Information, double Score)>(usable.Length);
        foreach (var sharing in usable.GroupBy(_reference.MapOf).OrderBy(group => group.Key))
            Fit([.. sharing], Coarse(_reference.Loaded[sharing.Key]), found, scale.Scale, fits, cancel);
        return match.With((record, fit) => fits.TryGetValue(record, out var lost)
            ? ParticleFit.OfWhole(fit.Information - lost.Information, fit.Score - lost.Score)
            : fit);
    }

    /// <summary>The components, from what the mean of the references leaves of the particles.</summary>
    private Volume[] Find(ScaleEstimate scale, int[] usable, FreeComponents components, CancellationToken cancel)
    {
        var step = ((usable.Length - 1) / FreeComponents.MostParticles) + 1;
        int[] sample = [.. usable.Where((_, i) => i % step == 0)];
        var problem = new SubspaceProblem(_engine, scale.Scale, _noise, _threadCount);
        var mean = Coarse(MeanReference(scale.NormalisingFactor));
        using var particles = ResidualParticles.Create(problem, _plan, sample, mean, cancel);
        var estimator = new SubspaceEstimator(problem, particles, _reach);
        var found = estimator.Estimate(
            components.Count, FreeComponents.IterationCount, new RandomStream(components.Seed), () => { }, cancel).Maps;
        var slopes = Slopes(estimator.Project(found, cancel), Array.ConvertAll(sample, record => scale.Scale[record]));
        return [.. found.Select((component, q) => (component, slope: slopes[q])).Where(pair => pair.slope is not null)
            .Select(pair => Plus(pair.component, pair.slope!.Value, mean))];
    }

    /// <summary>
    /// How scales, all of which were fitted to the mean alone, change with the coordinates of the particles (equation 5.14); null for
    /// components that particles do not differ in.
    /// </summary>
    /// <remarks>
    /// A part that all states have, missing in some particles, is contrast as far as it is like the mean; scales have taken that off before
    /// components were found. But contrast does not know of structure: whatever of it goes along with coordinates is theirs.
    /// </remarks>
    private static double?[] Slopes(LatentParticles latent, double[] scale)
    {
        var size = latent.Dimension;
        var means = new double[latent.Count][];
        var factor = new double[size * size];
        for (var i = 0; i < means.Length; i++)
            latent.Solve(i, factor, means[i] = new double[size]);
        var average = scale.Average();
        var variance = scale.Average(value => (value - average) * (value - average));
        return [.. Enumerable.Range(0, size).Select(q =>
        {
            var centre = means.Average(mean => mean[q]);
            var power = means.Average(mean => (mean[q] - centre) * (mean[q] - centre));
            if (power < LeastPower)
                return null;
            var slope = means.Select((mean, i) => (mean[q] - centre) * (scale[i] - average)).Average() / power;
            return slope * slope > LeastSignificance * LeastSignificance * variance / (means.Length * power) ? slope : (double?)0;
        })];
    }

    private static Volume Plus(Volume map, double factor, Volume other) =>
        map.WithValues([.. map.Values.Zip(other.Values, (value, added) => value + (float)(factor * added))]);

    /// <summary>What free components take away from the information on scales, and from the score.</summary>
    private void Fit(
        int[] records,
        Volume reference,
        Volume[] components,
        double[] scale,
        Dictionary<int, (double Information, double Score)> lost,
        CancellationToken cancel)
    {
        // With scales of 0 nothing is taken off the particles: they are compared as they are.
        var problem = new SubspaceProblem(_engine, new double[scale.Length], _noise, _threadCount);
        var ones = new double[scale.Length];
        Array.Fill(ones, 1);
        using var particles = ResidualParticles.Create(problem, _plan, records, reference, cancel);
        var latent = LatentParticles.Project(problem with { Scale = ones }, particles, [reference, .. components], cancel);
        for (var i = 0; i < records.Length; i++)
            lost.Add(records[i], Lost(latent.Precision(i), latent.Projection(i), scale[records[i]]));
    }

    /// <summary>Equation 5.15 for one particle.</summary>
    /// <param name="gram">Sums over the reference and all components, [row, column], the reference first.</param>
    /// <param name="correlations">Sums of each with the image.</param>
    /// <param name="scale">Scale a, which sets how large the components are in this particle.</param>
    private static (double Information, double Score) Lost(
        ReadOnlySpan<double> gram, ReadOnlySpan<double> correlations, double scale)
    {
        var size = correlations.Length - 1;
        var factor = new double[size * size];
        var explained = new double[size];
        for (var q = 0; q < size; q++)
        {
            for (var r = 0; r < size; r++)
                factor[(q * size) + r] = (scale * scale * gram[((q + 1) * (size + 1)) + r + 1]) + (q == r ? 1 : 0);
            explained[q] = scale * gram[q + 1];
        }

        Cholesky.Factor(factor, size);
        Cholesky.Solve(factor, explained);
        var (information, score) = (0.0, 0.0);
        for (var q = 0; q < size; q++)
        {
            information += explained[q] * scale * gram[q + 1];
            score += explained[q] * scale * correlations[q + 1];
        }

        return (information, score);
    }

    private Volume MeanReference(double factor)
    {
        var mean = new float[_reference.Loaded[0].Values.Length];
        foreach (var map in _reference.Loaded)
        {
            for (var i = 0; i < mean.Length; i++)
                mean[i] += (float)(factor / _reference.Loaded.Count) * map.Values[i];
        }

        return _reference.Loaded[0].WithValues(mean);
    }

    private Volume Coarse(Volume map) => VolumeResampler.Resample(map, _plan.Grid.BoxVoxels, _threadCount);
}
