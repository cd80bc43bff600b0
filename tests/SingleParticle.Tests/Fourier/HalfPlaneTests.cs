using SingleParticle.Fourier;

namespace SingleParticle.Tests.Fourier;

public sealed class HalfPlaneTests
{
    [Theory]
    [InlineData(16, 1, 7)]
    [InlineData(64, 3, 20)]
    [InlineData(33, 2, 15)]
    public void With_their_mates_the_pixels_fill_the_annulus_once(int box, int firstShell, int lastShell)
    {
        var plane = new HalfPlane(box, firstShell, lastShell);
        var pixels = Pixels(plane);
        var all = pixels.Concat(pixels.Select(pixel => (X: -pixel.X, Y: -pixel.Y))).ToArray();
        var expected = from y in Enumerable.Range(-lastShell, (2 * lastShell) + 1)
                       from x in Enumerable.Range(-lastShell, (2 * lastShell) + 1)
                       where Shell(x, y) >= firstShell && Shell(x, y) <= lastShell
                       select (x, y);
        all.Should().BeEquivalentTo(expected);
        all.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Runs_shell_by_shell_and_by_angle_within()
    {
        var plane = new HalfPlane(64, 2, 25);
        var pixels = Pixels(plane);
        plane.ShellCount.Should().Be(24);
        plane.ShellOffsets[0].Should().Be(0);
        plane.ShellOffsets[plane.ShellCount].Should().Be(plane.PixelCount);
        for (var shell = 0; shell < plane.ShellCount; shell++)
        {
            var inShell = pixels[plane.ShellOffsets[shell]..plane.ShellOffsets[shell + 1]];
            inShell.Should().OnlyContain(pixel => Shell(pixel.X, pixel.Y) == shell + 2);
            inShell.Select(pixel => Math.Round(Math.Atan2(pixel.Y, pixel.X), 12)).Should().BeInAscendingOrder();
        }
    }

    [Theory]
    [InlineData(16, 16)]
    [InlineData(16, 24)]
    [InlineData(16, 15)]
    public void Gathers_the_coefficients_of_the_full_transform(int box, int spectrumBox)
    {
        var plane = new HalfPlane(box, 1, 6);
        var image = FourierCases.RandomValues(spectrumBox * spectrumBox, 1);
        var full = NaiveTransform.Forward(image, spectrumBox, 2);
        var fft = new RealFft2D(spectrumBox);
        var spectrum = new ComplexFloat[fft.SpectrumLength];
        fft.Forward(image, spectrum);
        var values = new ComplexFloat[plane.PixelCount];
        plane.Gather(spectrum, spectrumBox, values);
        for (var i = 0; i < values.Length; i++)
        {
            var expected = full[((plane.Y[i] + spectrumBox) % spectrumBox * spectrumBox) + plane.X[i]];
            values[i].Real.Should().BeApproximately((float)expected.Real, 1e-4f);
            values[i].Imaginary.Should().BeApproximately((float)expected.Imaginary, 1e-4f);
        }
    }

    [Fact]
    public void Scattering_gathered_pixels_of_all_shells_restores_a_band_limited_image()
    {
        var plane = new HalfPlane(20, 1, 9);
        var fft = new RealFft2D(20);
        var values = FourierCases.RandomSpectrum(plane.PixelCount, 2);
        var spectrum = new ComplexFloat[fft.SpectrumLength];
        plane.Scatter(values, spectrum, 20);
        var image = new float[fft.ImageLength];
        fft.Inverse(spectrum, image);
        fft.Forward(image, spectrum);
        var back = new ComplexFloat[plane.PixelCount];
        plane.Gather(spectrum, 20, back);
        for (var i = 0; i < values.Length; i++)
            (back[i] - values[i]).SquaredMagnitude.Should().BeLessThan(1e-9f);
    }

    [Theory]
    [InlineData(16, 0, 7)]
    [InlineData(16, 5, 4)]
    [InlineData(16, 1, 8)]
    public void Refuses_shells_outside_the_box(int box, int firstShell, int lastShell)
    {
        var act = () => new HalfPlane(box, firstShell, lastShell);
        act.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Refuses_a_spectrum_too_small_for_its_shells()
    {
        var plane = new HalfPlane(16, 1, 7);
        var act = () => plane.Gather(new ComplexFloat[12 * 7], 12, new ComplexFloat[plane.PixelCount]);
        act.Should().Throw<ArgumentOutOfRangeException>();
    }

    private static int Shell(int x, int y) => (int)Math.Round(Math.Sqrt((x * x) + (y * y)));

    private static (int X, int Y)[] Pixels(HalfPlane plane)
    {
        var pixels = new (int X, int Y)[plane.PixelCount];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = (plane.X[i], plane.Y[i]);
        return pixels;
    }
}
