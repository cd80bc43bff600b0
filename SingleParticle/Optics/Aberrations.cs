namespace SingleParticle.Optics;

/// <summary>Phase errors of an optics group beyond defocus and spherical aberration.</summary>
/// <remarks>
/// <para>
/// Symmetric errors add to the CTF's gamma. Antisymmetric errors are a phase phi of the image: the model is multiplied by
/// exp(+i phi), so that an image is put right by exp(-i phi). Frequencies are in 1/Å, already through the magnification matrix;
/// the Fourier transform is exp(-2 pi i k x), theta = atan2(y, x).
/// </para>
/// <para>
/// Beam tilt, phi = -2 pi Cs lambda² u² (tx x + ty y): RELION multiplies the image by the opposite phase, and turns the tilt into
/// Zernike coefficients of this sign (R. M. Glaeser et al., 2011, DOI 10.1016/j.jsb.2010.12.005; Zernike form J. Zivanov et al.,
/// 2020, DOI 10.1107/S2052252520000081). Zernike lists add to it, as RELION does when a file carries both.
/// </para>
/// <para>
/// Trefoil and tetrafoil follow CryoSPARC's lengths A in Å, for which there is no published definition. Our reading, the only one
/// in which all signs come out alike: phi = -(2 pi / 3) lambda² u³ (A1 cos 3 theta + A2 sin 3 theta), beside CryoSPARC's tilt in
/// Å, -2 pi lambda² u³ (T1 cos theta + T2 sin theta); and gamma += lambda³ u⁴ (2 pi (A1 cos 2 theta + A2 sin 2 theta) +
/// (pi / 2) (A3 cos 4 theta + A4 sin 4 theta)), beside (pi / 2) Cs lambda³ u⁴. The four angular functions and their order were
/// checked by others against CryoSPARC's simulator (teamtomo pull request 112, 2026); the factors are those of the open simulator
/// specter (its CryoSPARC reader, 2026) turned into this frame; they have not been checked here against CryoSPARC itself.
/// </para>
/// </remarks>
public sealed class Aberrations
{
    private readonly OpticsGroup _optics;
    private readonly double _wavelengthAngstrom;

    /// <summary>Takes the aberrations of an optics group.</summary>
    /// <param name="optics">Optics group.</param>
    /// <exception cref="ArgumentException">The tetrafoil has not four coefficients.</exception>
    public Aberrations(OpticsGroup optics)
    {
        ArgumentNullException.ThrowIfNull(optics);
        if (optics.TetrafoilAngstrom.Count != 4)
        {
            throw new ArgumentException(
                $"optics group {optics.Name}: tetrafoil has {optics.TetrafoilAngstrom.Count} elements, not 4", nameof(optics));
        }

        _optics = optics;
        _wavelengthAngstrom = ElectronWavelength.Angstrom(optics.VoltageKv);
        HasOdd = optics.BeamTiltMilliradians != (0, 0) || optics.TrefoilAngstrom != (0, 0) || AnyNonZero(optics.OddZernike.AsSpan());
        HasEven = AnyNonZero(optics.TetrafoilAngstrom.AsSpan()) || AnyNonZero(optics.EvenZernike.AsSpan());
    }

    /// <summary>Whether the CTF is complex: there is beam tilt, trefoil or an antisymmetric Zernike term.</summary>
    public bool HasOdd { get; }

    /// <summary>Whether gamma has a term beyond defocus and spherical aberration.</summary>
    public bool HasEven { get; }

    /// <summary>Antisymmetric phase phi; the model is multiplied by exp(i phi).</summary>
    /// <param name="x">First coordinate of the frequency, 1/Å.</param>
    /// <param name="y">Second coordinate of the frequency, 1/Å.</param>
    /// <returns>Phase in radians.</returns>
    public double OddPhaseRadians(double x, double y)
    {
        if (!HasOdd)
            return 0;
        var squared = (x * x) + (y * y);
        var perLength = 2 * Math.PI * _wavelengthAngstrom * _wavelengthAngstrom;
        var sphericalAngstrom = _optics.SphericalAberrationMm * 1e7;
        var tilt = ((_optics.BeamTiltMilliradians.X * x) + (_optics.BeamTiltMilliradians.Y * y)) / 1000;
        var cosine3 = x * ((x * x) - (3 * y * y));
        var sine3 = y * ((3 * x * x) - (y * y));
        var trefoil = ((_optics.TrefoilAngstrom.First * cosine3) + (_optics.TrefoilAngstrom.Second * sine3)) / 3;
        var phase = -perLength * ((sphericalAngstrom * squared * tilt) + trefoil);
        for (var i = 0; i < _optics.OddZernike.Count; i++)
        {
            var (n, m) = Zernike.OddIndices(i);
            phase += _optics.OddZernike[i] * Zernike.Evaluate(n, m, x, y);
        }

        return phase;
    }

    /// <summary>Symmetric phase, added to gamma.</summary>
    /// <param name="x">First coordinate of the frequency, 1/Å.</param>
    /// <param name="y">Second coordinate of the frequency, 1/Å.</param>
    /// <returns>Phase in radians.</returns>
    public double EvenPhaseRadians(double x, double y)
    {
        if (!HasEven)
            return 0;
        var squared = (x * x) + (y * y);
        var cosine2 = (x * x) - (y * y);
        var sine2 = 2 * x * y;
        var cosine4 = (cosine2 * cosine2) - (sine2 * sine2);
        var sine4 = 2 * cosine2 * sine2;
        var tetrafoil = _optics.TetrafoilAngstrom;
        var twofold = squared * ((tetrafoil[0] * cosine2) + (tetrafoil[1] * sine2));
        var fourfold = (tetrafoil[2] * cosine4) + (tetrafoil[3] * sine4);
        var phase = Math.Pow(_wavelengthAngstrom, 3) * Math.PI * ((2 * twofold) + (fourfold / 2));
        for (var i = 0; i < _optics.EvenZernike.Count; i++)
        {
            var (n, m) = Zernike.EvenIndices(i);
            phase += _optics.EvenZernike[i] * Zernike.Evaluate(n, m, x, y);
        }

        return phase;
    }

    private static bool AnyNonZero(ReadOnlySpan<double> values) => values.ContainsAnyExcept(0.0);
}
