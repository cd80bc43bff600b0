using SingleParticle.Optics;

namespace SingleParticle.Tests.Optics;

public sealed class AberrationsTests
{
    private const double X = 0.11;
    private const double Y = -0.07;
    private static readonly double Wavelength = ElectronWavelength.Angstrom(300);
    private static readonly double Frequency = double.Hypot(X, Y);
    private static readonly double Angle = Math.Atan2(Y, X);

    [Fact]
    public void Beam_tilt_turns_the_model_back_by_the_coma_phase()
    {
        var tilted = new Aberrations(TestOptics.Krios with { BeamTiltMilliradians = (0.4, -0.7) });
        var expected = -2 * Math.PI * 2.7e7 * Wavelength * Wavelength * Frequency * Frequency * ((0.0004 * X) + (-0.0007 * Y));
        tilted.OddPhaseRadians(X, Y).Should().BeApproximately(expected, 1e-12);
        Math.Abs(expected).Should().BeGreaterThan(0.05);
    }

    [Fact]
    public void Beam_tilt_equals_the_Zernike_terms_RELION_makes_of_it()
    {
        // A tilt tx adds -s tx / 3 to Z_3^1 and twice that to Z_1^1, s = 2 pi Cs lambda² per mrad: -s tx u² x in all.
        var scale = 2 * Math.PI * 2.7e4 * Wavelength * Wavelength;
        var third = -scale * 0.4 / 3;
        var thirdY = scale * 0.7 / 3;
        var tilt = new Aberrations(TestOptics.Krios with { BeamTiltMilliradians = (0.4, -0.7) });
        var zernike = new Aberrations(TestOptics.Krios with { OddZernike = [2 * thirdY, 2 * third, 0, thirdY, third, 0] });
        zernike.OddPhaseRadians(X, Y).Should().BeApproximately(tilt.OddPhaseRadians(X, Y), 1e-12);
    }

    [Fact]
    public void Trefoil_is_threefold_with_the_sign_of_the_tilt()
    {
        var aberrations = new Aberrations(TestOptics.Krios with { TrefoilAngstrom = (900, -400) });
        var expected = -2 * Math.PI / 3 * Wavelength * Wavelength * Math.Pow(Frequency, 3)
            * ((900 * Math.Cos(3 * Angle)) - (400 * Math.Sin(3 * Angle)));
        aberrations.OddPhaseRadians(X, Y).Should().BeApproximately(expected, 1e-12);
        aberrations.EvenPhaseRadians(X, Y).Should().Be(0);
    }

    [Fact]
    public void Tetrafoil_is_two_twofold_and_two_fourfold_terms_of_fourth_order()
    {
        var aberrations = new Aberrations(TestOptics.Krios with { TetrafoilAngstrom = [3000, -2000, 4000, 1000] });
        var twofold = (3000 * Math.Cos(2 * Angle)) - (2000 * Math.Sin(2 * Angle));
        var fourfold = (4000 * Math.Cos(4 * Angle)) + (1000 * Math.Sin(4 * Angle));
        var expected = Math.Pow(Wavelength, 3) * Math.Pow(Frequency, 4) * ((2 * Math.PI * twofold) + (Math.PI / 2 * fourfold));
        aberrations.EvenPhaseRadians(X, Y).Should().BeApproximately(expected, 1e-12);
        aberrations.OddPhaseRadians(X, Y).Should().Be(0);
    }

    [Fact]
    public void Antisymmetric_phases_change_sign_with_the_frequency_and_symmetric_ones_do_not()
    {
        var aberrations = new Aberrations(TestOptics.Aberrated);
        aberrations.OddPhaseRadians(-X, -Y).Should().BeApproximately(-aberrations.OddPhaseRadians(X, Y), 1e-12);
        aberrations.EvenPhaseRadians(-X, -Y).Should().BeApproximately(aberrations.EvenPhaseRadians(X, Y), 1e-12);
        Math.Abs(aberrations.OddPhaseRadians(X, Y)).Should().BeGreaterThan(1e-3);
    }

    [Fact]
    public void Lists_polynomials_in_RELIONs_order()
    {
        Enumerable.Range(0, 8).Select(Zernike.OddIndices)
            .Should().Equal((1, -1), (1, 1), (3, -3), (3, -1), (3, 1), (3, 3), (5, -5), (5, -3));
        Enumerable.Range(0, 10).Select(Zernike.EvenIndices)
            .Should().Equal((0, 0), (2, -2), (2, 0), (2, 2), (4, -4), (4, -2), (4, 0), (4, 2), (4, 4), (6, -6));
    }

    [Fact]
    public void Polynomials_have_their_textbook_form()
    {
        double[] found =
        [
            Zernike.Evaluate(1, -1, X, Y), Zernike.Evaluate(1, 1, X, Y), Zernike.Evaluate(2, 0, X, Y), Zernike.Evaluate(2, -2, X, Y),
            Zernike.Evaluate(3, 1, X, Y), Zernike.Evaluate(3, -3, X, Y), Zernike.Evaluate(4, 0, X, Y), Zernike.Evaluate(4, 2, X, Y),
        ];
        var u2 = Frequency * Frequency;
        double[] expected =
        [
            Y, X, (2 * u2) - 1, 2 * X * Y,
            ((3 * u2) - 2) * X, Y * ((3 * X * X) - (Y * Y)), (6 * u2 * u2) - (6 * u2) + 1, ((4 * u2) - 3) * ((X * X) - (Y * Y)),
        ];
        found.Should().Equal(expected, (a, b) => Math.Abs(a - b) < 1e-14);
    }

    [Fact]
    public void The_even_Zernike_Z40_raises_gamma_like_spherical_aberration()
    {
        // 6 u⁴ - 6 u² + 1 through Z_4^0, Z_2^0 and Z_0^0 leaves pure u⁴, to be had from Cs just as well.
        const double spherical = 1000;
        var zernike = TestOptics.Krios with { EvenZernike = [2 * spherical, 0, 3 * spherical, 0, 0, 0, spherical, 0, 0] };
        var extraCsMm = 6 * spherical / (Math.PI / 2 * Math.Pow(Wavelength, 3)) / 1e7;
        var sphericalOptics = TestOptics.Krios with { SphericalAberrationMm = 2.7 + extraCsMm };
        var parameters = new CtfParameters(12000, 11500, 0.3);
        new ContrastTransferFunction(zernike, parameters).Evaluate(X, Y).Real
            .Should().BeApproximately(new ContrastTransferFunction(sphericalOptics, parameters).Evaluate(X, Y).Real, 1e-9);
    }

    [Fact]
    public void A_polynomial_of_wrong_parity_is_refused() =>
        FluentActions.Invoking(() => Zernike.Evaluate(3, 2, 0.1, 0.1)).Should().Throw<ArgumentException>();
}
