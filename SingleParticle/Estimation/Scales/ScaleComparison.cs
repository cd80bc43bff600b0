using SingleParticle.Compute;

namespace SingleParticle.Estimation.Scales;

/// <summary>Compares every particle with its reference, in one pass over the particles.</summary>
public sealed class ScaleComparison
{
    private readonly EstimationEngine _engine;
    private readonly ScaleReference _reference;
    private readonly NoiseSpectrum _noise;
    private readonly double[]? _givenScale;
    private readonly ParticleFit[] _fits;
    private readonly double[] _imagePower;
    private readonly ShellFit _shells;
    private readonly double[] _model;
    private readonly ScoreTable _scores;

    private ScaleComparison(EstimationEngine engine, ScaleReference reference, NoiseSpectrum noise, double[]? givenScale)
    {
        (_engine, _reference, _noise, _givenScale) = (engine, reference, noise, givenScale);
        (_fits, _imagePower) = (new ParticleFit[engine.Data.Count], new double[engine.Data.Count]);
        _shells = new ShellFit(engine.Data.Plane, engine.Data.NoiseGroupCount);
        _model = new double[2 * _shells.ShellCount];
        _scores = engine.CreateScores(reference.Loaded.Count);
    }

    /// <summary>Compares all particles.</summary>
    /// <param name="engine">Passes over the particles.</param>
    /// <param name="reference">What they are compared with.</param>
    /// <param name="noise">Noise to weigh shells with.</param>
    /// <param name="givenScale">Scales with which the noise is estimated, in the unit of the reference; null for those of best fit.</param>
    /// <param name="cancel">Stops the work.</param>
    public static ReferenceMatch Run(
        EstimationEngine engine, ScaleReference reference, NoiseSpectrum noise, double[]? givenScale, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(noise);
        var comparison = new ScaleComparison(engine, reference, noise, givenScale);
        using var maps = engine.Load(reference.Loaded);
        foreach (var chunk in engine.Chunks)
        {
            engine.Device.Score(maps, engine.Data.Batch(chunk, noise), comparison._scores, cancel);
            for (var record = chunk.Start; record < chunk.End; record++)
                comparison.Fit(record, record - chunk.Start);
        }

        return new ReferenceMatch(comparison._fits, comparison._imagePower, comparison._shells, noise);
    }

    private void Fit(int record, int item)
    {
        var first = (item * _scores.ClassCount) + (_reference.MapOf(record) * _reference.PartCount);
        var fit = _fits[record] = _reference.PartCount == 1
            ? ParticleFit.OfWhole(_scores.SlicePower[first], _scores.Correlation[first])
            : ParticleFit.OfOutside(Sums(first), Sums(first + 1), Sums(first + 2));
        var data = _engine.Data;
        _imagePower[record] = Weighted(data.ShellPower(record), _noise.Weights[data.NoiseGroups[record]]);
        // An inverted or empty particle is explained by nothing: all of it is noise.
        var scale = Math.Max(0, _givenScale?[record] ?? fit.Optimum);
        if (_reference.PartCount == 1)
            FillModel(first, scale);
        else
            FillModel(first, scale, _givenScale is null ? fit.InsideAmplitude : scale);
        _shells.Add(data.NoiseGroups[record], data.ShellPower(record), _model);
    }

    private (double A, double B) Sums(int index) => (_scores.SlicePower[index], _scores.Correlation[index]);

    private void FillModel(int first, double scale)
    {
        var whole = ShellSums(first);
        for (var i = 0; i < _model.Length; i += 2)
            (_model[i], _model[i + 1]) = (scale * scale * whole[i], scale * whole[i + 1]);
    }

    private void FillModel(int first, double scale, double insideAmplitude)
    {
        var outside = ShellSums(first);
        var inside = ShellSums(first + 1);
        var whole = ShellSums(first + 2);
        for (var i = 0; i < _model.Length; i += 2)
        {
            var twiceCross = (double)whole[i] - outside[i] - inside[i];
            _model[i] = (scale * scale * outside[i]) + (insideAmplitude * insideAmplitude * inside[i])
                + (scale * insideAmplitude * twiceCross);
            _model[i + 1] = (scale * outside[i + 1]) + (insideAmplitude * inside[i + 1]);
        }
    }

    private ReadOnlySpan<float> ShellSums(int index) =>
        _scores.ShellSums.AsSpan(index * 2 * _scores.ShellCount, 2 * _scores.ShellCount);

    private double Weighted(ReadOnlySpan<float> shellPower, float[] weights)
    {
        var sum = 0.0;
        for (var shell = 0; shell < shellPower.Length; shell++)
            sum += (double)weights[_engine.Data.Plane.FirstShell + shell] * shellPower[shell];
        return sum;
    }
}
