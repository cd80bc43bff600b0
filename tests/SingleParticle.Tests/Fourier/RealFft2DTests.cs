using System.Numerics;
using SingleParticle.Fourier;

namespace SingleParticle.Tests.Fourier;

public sealed class RealFft2DTests
{
    private const double Tolerance = 4e-7;

    public static TheoryData<int> Boxes => [.. FourierCases.SmallBoxes, .. FourierCases.LargeBoxes];

    [Theory]
    [MemberData(nameof(Boxes))]
    public void Equals_the_direct_sum_at_every_vector_width(int box)
    {
        var image = FourierCases.RandomValues(box * box, (ulong)box);
        var expected = NaiveTransform.Forward(image, box, 2);
        foreach (var engine in FourierCases.Engines(box))
        {
            var fft = new RealFft2D(box, engine);
            var spectrum = new ComplexFloat[fft.SpectrumLength];
            fft.Forward(image, spectrum);
            FourierCases.RelativeError(spectrum, expected, box).Should().BeLessThan(Tolerance, engine.GetType().ToString());
            var back = new float[image.Length];
            fft.Inverse(spectrum, back);
            FourierCases.RelativeError(back, image).Should().BeLessThan(Tolerance, engine.GetType().ToString());
        }
    }

    [Theory]
    [InlineData(16)]
    [InlineData(45)]
    [InlineData(64)]
    public void Conserves_power(int box)
    {
        var fft = new RealFft2D(box);
        var image = FourierCases.RandomValues(box * box, 1);
        var spectrum = Forward(fft, image);
        double power = 0;
        for (var i = 0; i < spectrum.Length; i++)
        {
            var x = i % fft.HalfWidth;
            power += spectrum[i].SquaredMagnitude * (x == 0 || 2 * x == box ? 1.0 : 2.0);
        }

        var expected = image.Sum(value => (double)value * value) * box * box;
        power.Should().BeApproximately(expected, expected * 1e-6);
    }

    [Fact]
    public void Is_linear()
    {
        var fft = new RealFft2D(48);
        var first = FourierCases.RandomValues(fft.ImageLength, 1);
        var second = FourierCases.RandomValues(fft.ImageLength, 2);
        var mixed = first.Zip(second, (a, b) => (2 * a) - (3 * b)).ToArray();
        var spectrum = Forward(fft, mixed);
        var expected = Forward(fft, first).Zip(Forward(fft, second), (a, b) => (a * 2f) - (b * 3f)).ToArray();
        for (var i = 0; i < spectrum.Length; i++)
            Math.Sqrt((spectrum[i] - expected[i]).SquaredMagnitude).Should().BeLessThan(1e-4);
    }

    [Theory]
    [InlineData(32, 5, 3)]
    [InlineData(45, -7, 11)]
    public void A_shifted_image_has_a_turned_phase(int box, int shiftX, int shiftY)
    {
        var fft = new RealFft2D(box);
        var image = FourierCases.RandomValues(fft.ImageLength, 3);
        var shifted = new float[image.Length];
        for (var y = 0; y < box; y++)
        {
            for (var x = 0; x < box; x++)
                shifted[((y + shiftY + box) % box * box) + ((x + shiftX + box) % box)] = image[(y * box) + x];
        }

        var original = Forward(fft, image);
        var turned = Forward(fft, shifted);
        for (var i = 0; i < turned.Length; i++)
        {
            var angle = -2 * Math.PI * ((i % fft.HalfWidth * shiftX) + (i / fft.HalfWidth * shiftY)) / box;
            var expected = new Complex(original[i].Real, original[i].Imaginary) * Complex.FromPolarCoordinates(1, angle);
            (new Complex(turned[i].Real, turned[i].Imaginary) - expected).Magnitude.Should().BeLessThan(1e-4);
        }
    }

    [Theory]
    [InlineData(16)]
    [InlineData(21)]
    [InlineData(96)]
    public void Columns_that_are_their_own_mates_have_Friedel_symmetry(int box)
    {
        var fft = new RealFft2D(box);
        var spectrum = Forward(fft, FourierCases.RandomValues(fft.ImageLength, 4));
        foreach (var x in box % 2 == 0 ? new[] { 0, box / 2 } : [0])
        {
            for (var y = 0; y < box; y++)
            {
                var asymmetry = spectrum[(y * fft.HalfWidth) + x] - spectrum[((box - y) % box * fft.HalfWidth) + x].Conjugate;
                Math.Sqrt(asymmetry.SquaredMagnitude).Should().BeLessThan(1e-5 * box);
            }
        }
    }

    [Theory]
    [InlineData(12)]
    [InlineData(15)]
    public void The_inverse_uses_the_Hermitian_part_of_columns_that_are_their_own_mates(int box)
    {
        var fft = new RealFft2D(box);
        var spectrum = FourierCases.RandomSpectrum(fft.SpectrumLength, 5);
        var image = new float[fft.ImageLength];
        fft.Inverse(spectrum, image);
        var back = Forward(fft, image);
        for (var i = 0; i < spectrum.Length; i++)
        {
            var x = i % fft.HalfWidth;
            var mate = spectrum[((box - (i / fft.HalfWidth)) % box * fft.HalfWidth) + x].Conjugate;
            var expected = x == 0 || 2 * x == box ? (spectrum[i] + mate) * 0.5f : spectrum[i];
            Math.Sqrt((back[i] - expected).SquaredMagnitude).Should().BeLessThan(1e-5);
        }
    }

    [Fact]
    public void The_inverse_leaves_the_half_spectrum_as_it_was()
    {
        var fft = new RealFft2D(20);
        var spectrum = FourierCases.RandomSpectrum(fft.SpectrumLength, 6);
        var before = spectrum.ToArray();
        fft.Inverse(spectrum, new float[fft.ImageLength]);
        spectrum.Should().Equal(before);
    }

    [Fact]
    public void One_plan_serves_many_threads()
    {
        var fft = new RealFft2D(40);
        var image = FourierCases.RandomValues(fft.ImageLength, 7);
        var expected = Forward(fft, image);
        Parallel.For(0, 200, _ => Forward(fft, image).AsSpan().SequenceEqual(expected).Should().BeTrue());
    }

    [Fact]
    public void Refuses_arrays_of_another_box()
    {
        var fft = new RealFft2D(8);
        var shortImage = () => fft.Forward(new float[63], new ComplexFloat[40]);
        var shortSpectrum = () => fft.Inverse(new ComplexFloat[39], new float[64]);
        var box = () => new RealFft2D(1);
        shortImage.Should().Throw<ArgumentException>().WithMessage("*box 8 has 64 values, not 63*");
        shortSpectrum.Should().Throw<ArgumentException>().WithMessage("*box 8 has 40 values, not 39*");
        box.Should().Throw<ArgumentOutOfRangeException>();
    }

    private static ComplexFloat[] Forward(RealFft2D fft, float[] image)
    {
        var spectrum = new ComplexFloat[fft.SpectrumLength];
        fft.Forward(image, spectrum);
        return spectrum;
    }
}
