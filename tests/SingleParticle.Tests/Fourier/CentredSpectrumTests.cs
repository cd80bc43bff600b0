using SingleParticle.Fourier;

namespace SingleParticle.Tests.Fourier;

public sealed class CentredSpectrumTests
{
    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(15)]
    public void A_point_at_the_central_voxel_has_a_flat_spectrum(int box)
    {
        var image = new float[box * box];
        image[(box / 2 * box) + (box / 2)] = 1;
        var fft2 = new RealFft2D(box);
        var plane = new ComplexFloat[fft2.SpectrumLength];
        fft2.Forward(image, plane);
        CentredSpectrum.ToCentre(plane, HalfSpectrumShape.OfImage(box));
        ShouldBeOne(plane);

        var volume = new float[box * box * box];
        volume[(((box / 2 * box) + (box / 2)) * box) + (box / 2)] = 1;
        var fft3 = new RealFft3D(box);
        var cube = new ComplexFloat[fft3.SpectrumLength];
        fft3.Forward(volume, cube);
        CentredSpectrum.ToCentre(cube, HalfSpectrumShape.OfVolume(box));
        ShouldBeOne(cube);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(13)]
    public void Moving_to_the_centre_and_back_changes_nothing(int box)
    {
        var shape = HalfSpectrumShape.OfVolume(box);
        var spectrum = FourierCases.RandomSpectrum(shape.Length, 1);
        var moved = spectrum.ToArray();
        CentredSpectrum.ToCentre(moved, shape);
        CentredSpectrum.FromCentre(moved, shape);
        for (var i = 0; i < spectrum.Length; i++)
            (moved[i] - spectrum[i]).SquaredMagnitude.Should().BeLessThan(1e-11f);
    }

    [Fact]
    public void Refuses_a_spectrum_of_another_box()
    {
        var act = () => CentredSpectrum.ToCentre(new ComplexFloat[39], HalfSpectrumShape.OfImage(8));
        act.Should().Throw<ArgumentException>().WithMessage("*box 8 in 2 dimensions has 40 values, not 39*");
    }

    private static void ShouldBeOne(ComplexFloat[] spectrum) =>
        spectrum.Should().NotContain(value => Math.Abs(value.Real - 1) > 2e-6 || Math.Abs(value.Imaginary) > 2e-6);
}
