using System.Runtime.Intrinsics;

namespace SingleParticle.Optics;

/// <summary>The CTF of one optics group on a fixed list of frequencies, ready to be evaluated for one particle after another.</summary>
/// <remarks>
/// Everything that is common to the group is worked out once per frequency, so that a particle costs three products and a sine:
/// gamma / 2 pi = m u² + c u² cos 2 theta + s u² sin 2 theta + the rest. Immutable, safe to share between threads.
/// The definition is <see cref="ContrastTransferFunction"/>, met to 1e-5.
/// </remarks>
public sealed class CtfGrid
{
    private readonly double[] _squared;
    private readonly double[] _squaredCosine2;
    private readonly double[] _squaredSine2;
    private readonly double[] _commonTurns;
    private readonly float[] _envelopeSquared;
    private readonly float[] _oddFactors;
    private readonly double _defocusTurns;

    /// <summary>Prepares a list of frequencies.</summary>
    /// <param name="optics">Optics group.</param>
    /// <param name="frequencies">Frequencies (x, y) of the image, 1/Å, in any order.</param>
    /// <param name="correction">Whether they go through the magnification matrix.</param>
    public CtfGrid(
        OpticsGroup optics,
        ReadOnlySpan<(double X, double Y)> frequencies,
        MagnificationCorrection correction = MagnificationCorrection.Apply)
    {
        ArgumentNullException.ThrowIfNull(optics);
        var aberrations = new Aberrations(optics);
        var magnification = AnisotropicMagnification.FrequencyMatrix(optics, correction);
        var wavelength = ElectronWavelength.Angstrom(optics.VoltageKv);
        var sphericalTurns = optics.SphericalAberrationMm * 1e7 * Math.Pow(wavelength, 3) / 4;
        var amplitudeContrastTurns = ContrastTransferFunction.AmplitudeContrastPhaseRadians(optics) / (2 * Math.PI);
        _defocusTurns = -wavelength / 2;
        (_squared, _squaredCosine2) = (new double[frequencies.Length], new double[frequencies.Length]);
        (_squaredSine2, _commonTurns) = (new double[frequencies.Length], new double[frequencies.Length]);
        _envelopeSquared = new float[frequencies.Length];
        _oddFactors = aberrations.HasOdd ? new float[2 * frequencies.Length] : [];
        for (var i = 0; i < frequencies.Length; i++)
        {
            var (x, y) = magnification.Apply(frequencies[i].X, frequencies[i].Y);
            var squared = (x * x) + (y * y);
            (_squared[i], _squaredCosine2[i], _squaredSine2[i]) = (squared, (x * x) - (y * y), 2 * x * y);
            _commonTurns[i] = (sphericalTurns * squared * squared) - amplitudeContrastTurns
                + (aberrations.EvenPhaseRadians(x, y) / (2 * Math.PI));
            _envelopeSquared[i] = (float)(squared / -4);
            if (aberrations.HasOdd)
                (_oddFactors[2 * i], _oddFactors[(2 * i) + 1]) = UnitComplex(aberrations.OddPhaseRadians(x, y));
        }
    }

    /// <summary>Number of frequencies.</summary>
    public int Count => _squared.Length;

    /// <summary>
    /// exp(i phi) of the antisymmetric aberrations, interleaved (real, imaginary), by which <see cref="Amplitudes"/> are multiplied to
    /// get the complex CTF; empty where there are none and the CTF is real.
    /// </summary>
    public ReadOnlySpan<float> OddFactors => _oddFactors;

    /// <summary>Writes the CTF of a particle without its antisymmetric factor: -sin(gamma), envelope and scale included.</summary>
    /// <param name="parameters">The particle's CTF parameters.</param>
    /// <param name="amplitudes">Receives one value per frequency.</param>
    /// <exception cref="ArgumentException">There is not exactly one element per frequency.</exception>
    public void Amplitudes(in CtfParameters parameters, Span<float> amplitudes)
    {
        if (amplitudes.Length != Count)
            throw new ArgumentException($"the grid has {Count} frequencies, not {amplitudes.Length}", nameof(amplitudes));
        var halfDifference = _defocusTurns * (parameters.DefocusUAngstrom - parameters.DefocusVAngstrom) / 2;
        var (sine, cosine) = Math.SinCos(2 * parameters.DefocusAngleRadians);
        var phase = new Phase(
            _defocusTurns * (parameters.DefocusUAngstrom + parameters.DefocusVAngstrom) / 2,
            halfDifference * cosine,
            halfDifference * sine,
            -parameters.PhaseShiftRadians / (2 * Math.PI));
        var scale = -(float)parameters.Scale;
        var done = Vector256.IsHardwareAccelerated ? VectorAmplitudes(phase, scale, amplitudes) : 0;
        for (var i = done; i < amplitudes.Length; i++)
        {
            var turns = (phase.Mean * _squared[i]) + (phase.Cosine * _squaredCosine2[i]) + (phase.Sine * _squaredSine2[i])
                + (_commonTurns[i] + phase.Constant);
            amplitudes[i] = scale * TurnSine.Of(turns);
        }

        if (parameters.BFactorAngstromSquared != 0)
            ApplyEnvelope((float)parameters.BFactorAngstromSquared, amplitudes);
    }

    private static (float Real, float Imaginary) UnitComplex(double phaseRadians)
    {
        var (sine, cosine) = Math.SinCos(phaseRadians);
        return ((float)cosine, (float)sine);
    }

    private int VectorAmplitudes(Phase phase, float scale, Span<float> amplitudes)
    {
        var i = 0;
        for (; i <= amplitudes.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            var sine = TurnSine.Of(Turns(phase, i), Turns(phase, i + Vector256<double>.Count));
            (sine * scale).CopyTo(amplitudes[i..]);
        }

        return i;
    }

    private Vector256<double> Turns(Phase phase, int i) =>
        (Vector256.Create<double>(_squared.AsSpan(i)) * phase.Mean)
        + (Vector256.Create<double>(_squaredCosine2.AsSpan(i)) * phase.Cosine)
        + (Vector256.Create<double>(_squaredSine2.AsSpan(i)) * phase.Sine)
        + (Vector256.Create<double>(_commonTurns.AsSpan(i)) + Vector256.Create(phase.Constant));

    private void ApplyEnvelope(float bFactorAngstromSquared, Span<float> amplitudes)
    {
        for (var i = 0; i < amplitudes.Length; i++)
            amplitudes[i] *= MathF.Exp(bFactorAngstromSquared * _envelopeSquared[i]);
    }

    private readonly record struct Phase(double Mean, double Cosine, double Sine, double Constant);
}
