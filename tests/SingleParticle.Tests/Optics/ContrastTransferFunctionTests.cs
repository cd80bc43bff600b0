using SingleParticle.Optics;

namespace SingleParticle.Tests.Optics;

public sealed class ContrastTransferFunctionTests
{
    private static readonly CtfParameters Reference = new(16400, 15800, double.DegreesToRadians(33));

    [Fact]
    public void Gives_the_fields_reference_value() =>
        new ContrastTransferFunction(TestOptics.Krios, Reference).Evaluate(0.05, 0.02).Real.Should().BeApproximately(0.106396205387, 1e-11);

    [Theory]
    [InlineData(300, 0.01968761531)]
    [InlineData(200, 0.02507949357)]
    public void Gives_the_fields_wavelengths(double voltageKv, double wavelengthAngstrom) =>
        ElectronWavelength.Angstrom(voltageKv).Should().BeApproximately(wavelengthAngstrom, 1e-11);

    [Fact]
    public void Is_the_amplitude_contrast_at_the_origin_so_that_particles_are_positive() =>
        new ContrastTransferFunction(TestOptics.Krios, Reference).Evaluate(0, 0).Real.Should().BeApproximately(0.1, 1e-15);

    [Fact]
    public void A_quarter_turn_of_phase_plate_shows_the_full_contrast_at_the_origin()
    {
        var phased = Reference with { PhaseShiftRadians = Math.PI / 2 };
        new ContrastTransferFunction(TestOptics.Krios, phased).Evaluate(0, 0).Real.Should().BeApproximately(Math.Sqrt(0.99), 1e-14);
    }

    [Fact]
    public void Defocus_U_acts_along_its_angle_and_V_across_it()
    {
        var (sine, cosine) = Math.SinCos(Reference.DefocusAngleRadians);
        var astigmatic = new ContrastTransferFunction(TestOptics.Krios, Reference);
        var along = new ContrastTransferFunction(TestOptics.Krios, new(16400, 16400));
        var across = new ContrastTransferFunction(TestOptics.Krios, new(15800, 15800));
        astigmatic.Evaluate(0.1 * cosine, 0.1 * sine).Real.Should().BeApproximately(along.Evaluate(0.1, 0).Real, 1e-11);
        astigmatic.Evaluate(-0.1 * sine, 0.1 * cosine).Real.Should().BeApproximately(across.Evaluate(0.1, 0).Real, 1e-11);
    }

    [Fact]
    public void The_envelope_and_the_scale_multiply_the_contrast()
    {
        var damped = Reference with { BFactorAngstromSquared = 80, Scale = 0.7 };
        var ratio = new ContrastTransferFunction(TestOptics.Krios, damped).Evaluate(0.05, 0.02)
            / new ContrastTransferFunction(TestOptics.Krios, Reference).Evaluate(0.05, 0.02);
        ratio.Real.Should().BeApproximately(0.7 * Math.Exp(-80 * 0.0029 / 4), 1e-12);
    }

    [Fact]
    public void Is_evaluated_at_the_frequency_through_the_magnification_matrix()
    {
        var stretched = TestOptics.Krios with { AnisotropicMagnification = [0.02, 0.03, -0.01, 0.05] };

        // (I + D)^-1 (0.05, 0.02), solved by hand: determinant 1.02 * 1.05 + 0.01 * 0.03 = 1.0713.
        var x = ((1.05 * 0.05) - (0.03 * 0.02)) / 1.0713;
        var y = ((0.01 * 0.05) + (1.02 * 0.02)) / 1.0713;
        var expected = new ContrastTransferFunction(TestOptics.Krios, Reference).Evaluate(x, y).Real;
        new ContrastTransferFunction(stretched, Reference).Evaluate(0.05, 0.02).Real.Should().BeApproximately(expected, 1e-12);
        new ContrastTransferFunction(stretched, Reference, MagnificationCorrection.Ignore)
            .Evaluate(0.05, 0.02).Real.Should().BeApproximately(0.106396205387, 1e-11);
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void Refuses_an_impossible_amplitude_contrast(double amplitudeContrast) =>
        FluentActions
            .Invoking(() => new ContrastTransferFunction(TestOptics.Krios with { AmplitudeContrast = amplitudeContrast }, Reference))
            .Should().Throw<ArgumentException>().WithMessage("*amplitude contrast*");
}
