namespace SingleParticle.Estimation.Scales;

/// <summary>Compares particles with their references, in passes over the particles.</summary>
public sealed class ScaleComparison
{
    private const int CalibrationCount = 6;

    private readonly EstimationEngine _engine;
    private readonly ScaleReference _reference;
    private readonly double[]? _givenScale;
    private readonly double[] _model;

    /// <summary>Prepares for a reference.</summary>
    /// <param name="engine">Passes over the particles.</param>
    /// <param name="reference">What they are compared with.</param>
    /// <param name="givenScale">Scales with which the noise is estimated, in the unit of the reference; null for those of best fit.</param>
    public ScaleComparison(EstimationEngine engine, ScaleReference reference, double[]? givenScale)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(reference);
        (_engine, _reference, _givenScale) = (engine, reference, givenScale);
        _model = new double[2 * engine.Plan.ShellCount];
    }

    /// <summary>Compares all particles.</summary>
    /// <param name="noise">Noise to weigh shells with.</param>
    /// <param name="cancel">Stops the work.</param>
    public ReferenceMatch Run(NoiseSpectrum noise, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(noise);
        var data = _engine.Data;
        var (fits, imagePower, shells) = (new ParticleFit[data.Count], new double[data.Count], NewShellFit());
        Visit([.. Enumerable.Range(0, data.Count)], noise, (record, sums) =>
        {
            var weights = noise.Weights[data.NoiseGroups[record]];
            fits[record] = Add(shells, record, sums, weights);
            imagePower[record] = Weighted(data.ShellPower(record), weights);
        }, cancel);
        return new ReferenceMatch(fits, imagePower, shells, noise);
    }

    /// <summary>Brings shells of the reference to the amplitudes of the particles, and finds the noise that it leaves.</summary>
    /// <remarks>
    /// Fitted together with the scales of some particles of every noise group. The noise that images alone show, or that a worse
    /// reference left, is too large where signal is strong, and scales would be taken from shells that know less of them (section 3 of
    /// docs/method/5-scale.md).
    /// </remarks>
    /// <param name="noise">Noise to begin with.</param>
    /// <param name="kind">Whether particles had a share in the reference.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>Noise, and the factor of every shell from radius 0.</returns>
    public (NoiseSpectrum Noise, double[] Gains) Calibrate(NoiseSpectrum noise, ReferenceKind kind, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(noise);
        int[] sample = [.. NoiseSample.Of(_engine.Data.NoiseGroups)];
        var kept = new Dictionary<int, float[]>(sample.Length);
        Visit(sample, noise, (record, sums) => kept.Add(record, sums.ToArray()), cancel);
        var gains = NewShellFit().NoGains();
        for (var iteration = 0; iteration < CalibrationCount; iteration++)
        {
            var shells = NewShellFit();
            foreach (var record in sample)
                Add(shells, record, kept[record], noise.Weights[_engine.Data.NoiseGroups[record]]);
            var step = shells.Gains(noise.Weights);
            if (kind == ReferenceKind.Shared)
                step = ShellGains.Smooth(step, shells.Information(noise.Weights));
            noise = shells.Noise(step, noise);
            for (var shell = 0; shell < gains.Length; shell++)
                gains[shell] *= step[shell];
            foreach (var sums in kept.Values)
                ParticleShells.Multiply(sums, step);
        }

        return (noise, gains);
    }

    private ShellFit NewShellFit() => new(_engine.Data.Plane, _engine.Data.NoiseGroupCount);

    private void Visit(int[] records, NoiseSpectrum noise, SumsVisitor visit, CancellationToken cancel)
    {
        using var maps = _engine.Load(_reference.Loaded);
        var scores = _engine.CreateScores(_reference.Loaded.Count);
        var length = _reference.PartCount * 2 * scores.ShellCount;
        foreach (var chunk in EstimationEngine.ChunksOf(records.Length))
        {
            _engine.Device.Score(maps, _engine.Data.Batch(records.AsSpan(chunk.Start, chunk.Count), noise), scores, cancel);
            for (var item = 0; item < chunk.Count; item++)
            {
                var record = records[chunk.Start + item];
                var first = (item * scores.ClassCount) + (_reference.MapOf(record) * _reference.PartCount);
                visit(record, scores.ShellSums.AsSpan(first * 2 * scores.ShellCount, length));
            }
        }
    }

    private ParticleFit Add(ShellFit shells, int record, ReadOnlySpan<float> sums, float[] weights)
    {
        var particle = new ParticleShells(sums, _reference.PartCount);
        var fit = particle.Fit(weights);
        // An inverted or empty particle is explained by nothing: all of it is noise.
        var scale = Math.Max(0, _givenScale?[record] ?? fit.Optimum);
        particle.Model(scale, _givenScale is null ? fit.InsideAmplitude : scale, _model);
        shells.Add(_engine.Data.NoiseGroups[record], _engine.Data.ShellPower(record), _model);
        return fit;
    }

    private double Weighted(ReadOnlySpan<float> shellPower, float[] weights)
    {
        var sum = 0.0;
        for (var shell = 0; shell < shellPower.Length; shell++)
            sum += (double)weights[_engine.Data.Plane.FirstShell + shell] * shellPower[shell];
        return sum;
    }

    private delegate void SumsVisitor(int record, ReadOnlySpan<float> sums);
}
