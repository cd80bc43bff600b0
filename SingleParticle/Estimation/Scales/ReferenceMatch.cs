using SingleParticle.Particles;

namespace SingleParticle.Estimation.Scales;

/// <summary>How all particles compare with their references. Everything is indexed by record and in the unit of the references.</summary>
public sealed class ReferenceMatch
{
    private readonly ParticleFit[] _fits;
    private readonly double[] _imagePower;
    private readonly ShellFit _shells;
    private readonly NoiseSpectrum _weighedWith;

    internal ReferenceMatch(ParticleFit[] fits, double[] imagePower, ShellFit shells, NoiseSpectrum weighedWith) =>
        (_fits, _imagePower, _shells, _weighedWith) = (fits, imagePower, shells, weighedWith);

    /// <summary>The same comparison with the scales fitted in another way.</summary>
    /// <param name="fitOf">The fit of a record, from the record and its fit here.</param>
    internal ReferenceMatch With(Func<int, ParticleFit, ParticleFit> fitOf) =>
        new([.. _fits.Select((fit, record) => fitOf(record, fit))], _imagePower, _shells, _weighedWith);

    /// <summary>Number of records.</summary>
    public int Count => _fits.Length;

    /// <summary>1 / variance of a record's scale.</summary>
    /// <param name="record">0-based record.</param>
    public double Information(int record) => _fits[record].Information;

    /// <summary>Information times the scale of best fit.</summary>
    /// <param name="record">0-based record.</param>
    public double Score(int record) => _fits[record].Score;

    /// <summary>The scale that fits the whole reference best, B / A; 0 where nothing is known.</summary>
    /// <param name="record">0-based record.</param>
    public double Optimum(int record) => _fits[record].SlicePower > 0 ? _fits[record].Correlation / _fits[record].SlicePower : 0;

    /// <summary>The noise that the references leave unexplained.</summary>
    public NoiseSpectrum Noise() => _shells.Noise(_shells.NoGains(), _weighedWith);

    /// <summary>The powers of a record whose model, the whole reference, has some scale.</summary>
    /// <param name="record">0-based record.</param>
    /// <param name="scale">Scale in the unit of the reference.</param>
    public ParticlePowers PowersOf(int record, double scale) => new(
        (float)_imagePower[record],
        (float)(scale * scale * _fits[record].SlicePower),
        (float)(2 * scale * _fits[record].Correlation));
}
