using System.Numerics;
using SingleParticle.Geometry;

namespace SingleParticle.Optics;

/// <summary>The CTF of one particle in double precision: the definition that faster code is held to.</summary>
/// <remarks>
/// RELION's formula: gamma = -pi lambda df(theta) u² + (pi / 2) Cs lambda³ u⁴ - phase shift - asin(Q0) + symmetric aberrations,
/// CTF = -sin(gamma) exp(-B u² / 4) scale, so that CTF(0) = +Q0 with particles positive;
/// df(theta) = (U + V) / 2 + (U - V) / 2 cos 2(theta - theta_U). Antisymmetric aberrations make it complex, see
/// <see cref="Aberrations"/>. All of it is evaluated at M (x, y), see <see cref="AnisotropicMagnification"/>.
/// </remarks>
public sealed class ContrastTransferFunction
{
    private readonly CtfParameters _parameters;
    private readonly Aberrations _aberrations;
    private readonly Matrix2 _magnification;
    private readonly double _wavelengthAngstrom;
    private readonly double _sphericalAberrationAngstrom;
    private readonly double _constantPhaseRadians;

    /// <summary>The CTF of a particle.</summary>
    /// <param name="optics">What its optics group has in common.</param>
    /// <param name="parameters">What is its own.</param>
    /// <param name="correction">Whether frequencies go through the magnification matrix.</param>
    /// <exception cref="ArgumentException">The amplitude contrast is not from 0 to 1, or the optics group is malformed.</exception>
    public ContrastTransferFunction(
        OpticsGroup optics, CtfParameters parameters, MagnificationCorrection correction = MagnificationCorrection.Apply)
    {
        ArgumentNullException.ThrowIfNull(optics);
        _parameters = parameters;
        _aberrations = new Aberrations(optics);
        _magnification = AnisotropicMagnification.FrequencyMatrix(optics, correction);
        _wavelengthAngstrom = ElectronWavelength.Angstrom(optics.VoltageKv);
        _sphericalAberrationAngstrom = optics.SphericalAberrationMm * 1e7;
        _constantPhaseRadians = AmplitudeContrastPhaseRadians(optics) + parameters.PhaseShiftRadians;
    }

    /// <summary>The CTF at a frequency of the image.</summary>
    /// <param name="x">First coordinate, 1/Å.</param>
    /// <param name="y">Second coordinate, 1/Å.</param>
    public Complex Evaluate(double x, double y)
    {
        (x, y) = _magnification.Apply(x, y);
        var squared = (x * x) + (y * y);
        var envelope = Math.Exp(-_parameters.BFactorAngstromSquared * squared / 4);
        var amplitude = -Math.Sin(GammaRadians(x, y)) * envelope * _parameters.Scale;
        return Complex.FromPolarCoordinates(1, _aberrations.OddPhaseRadians(x, y)) * amplitude;
    }

    /// <summary>asin(Q0), the constant phase that amplitude contrast amounts to.</summary>
    internal static double AmplitudeContrastPhaseRadians(OpticsGroup optics) => optics.AmplitudeContrast is >= 0 and <= 1
        ? Math.Asin(optics.AmplitudeContrast)
        : throw new ArgumentException(
            FormattableString.Invariant($"optics group {optics.Name}: amplitude contrast {optics.AmplitudeContrast} is not from 0 to 1"),
            nameof(optics));

    private double GammaRadians(double x, double y)
    {
        var squared = (x * x) + (y * y);
        var (u, v) = (_parameters.DefocusUAngstrom, _parameters.DefocusVAngstrom);
        var angle = Math.Atan2(y, x) - _parameters.DefocusAngleRadians;
        var defocus = ((u + v) / 2) + ((u - v) / 2 * Math.Cos(2 * angle));
        return (-Math.PI * _wavelengthAngstrom * defocus * squared)
            + (Math.PI / 2 * _sphericalAberrationAngstrom * Math.Pow(_wavelengthAngstrom, 3) * squared * squared)
            - _constantPhaseRadians
            + _aberrations.EvenPhaseRadians(x, y);
    }
}
