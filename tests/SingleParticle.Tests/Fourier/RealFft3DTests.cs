using SingleParticle.Fourier;

namespace SingleParticle.Tests.Fourier;

public sealed class RealFft3DTests
{
    private const double Tolerance = 5e-7;

    public static TheoryData<int> Boxes => [.. FourierCases.SmallBoxes, 34, 37, 48, 49, 64, 65];

    [Theory]
    [MemberData(nameof(Boxes))]
    public void Equals_the_direct_sum_at_every_vector_width(int box)
    {
        var volume = FourierCases.RandomValues(box * box * box, (ulong)box);
        var expected = NaiveTransform.Forward(volume, box, 3);
        foreach (var engine in FourierCases.Engines(box))
        {
            var fft = new RealFft3D(box, 1, engine);
            var spectrum = new ComplexFloat[fft.SpectrumLength];
            fft.Forward(volume, spectrum);
            FourierCases.RelativeError(spectrum, expected, box).Should().BeLessThan(Tolerance, engine.GetType().ToString());
            var back = new float[volume.Length];
            fft.Inverse(spectrum, back);
            FourierCases.RelativeError(back, volume).Should().BeLessThan(Tolerance, engine.GetType().ToString());
        }
    }

    [Theory]
    [InlineData(90)]
    [InlineData(96)]
    [InlineData(98)]
    [InlineData(100)]
    [InlineData(128)]
    public void Comes_back_from_large_boxes(int box)
    {
        var fft = new RealFft3D(box, 2);
        var volume = FourierCases.RandomValues(box * box * box, (ulong)box);
        var spectrum = new ComplexFloat[fft.SpectrumLength];
        fft.Forward(volume, spectrum);
        var power = spectrum.Select((value, i) => value.SquaredMagnitude * (i % fft.HalfWidth * 2 % box == 0 ? 1.0 : 2.0)).Sum();
        power.Should().BeApproximately(volume.Sum(value => (double)value * value) * volume.Length, power * 1e-6);
        var back = new float[volume.Length];
        fft.Inverse(spectrum, back);
        FourierCases.RelativeError(back, volume).Should().BeLessThan(Tolerance);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(33)]
    public void Gives_the_same_bits_on_any_number_of_threads(int box)
    {
        var volume = FourierCases.RandomValues(box * box * box, 1);
        var one = new RealFft3D(box, 1);
        var many = new RealFft3D(box, 5);
        var first = new ComplexFloat[one.SpectrumLength];
        var second = new ComplexFloat[one.SpectrumLength];
        one.Forward(volume, first);
        many.Forward(volume, second);
        second.AsSpan().SequenceEqual(first).Should().BeTrue();
        var firstBack = new float[volume.Length];
        var secondBack = new float[volume.Length];
        one.Inverse(first, firstBack);
        many.InverseInPlace(second, secondBack);
        secondBack.AsSpan().SequenceEqual(firstBack).Should().BeTrue();
    }

    [Theory]
    [InlineData(12)]
    [InlineData(15)]
    public void The_inverse_uses_the_Hermitian_part_of_planes_that_are_their_own_mates(int box)
    {
        var fft = new RealFft3D(box);
        var spectrum = FourierCases.RandomSpectrum(fft.SpectrumLength, 5);
        var before = spectrum.ToArray();
        var volume = new float[fft.VolumeLength];
        fft.Inverse(spectrum, volume);
        spectrum.Should().Equal(before);
        var back = new ComplexFloat[fft.SpectrumLength];
        fft.Forward(volume, back);
        for (var i = 0; i < spectrum.Length; i++)
        {
            var (x, y, z) = (i % fft.HalfWidth, i / fft.HalfWidth % box, i / fft.HalfWidth / box);
            var mate = spectrum[((((box - z) % box * box) + ((box - y) % box)) * fft.HalfWidth) + x].Conjugate;
            var expected = x == 0 || 2 * x == box ? (spectrum[i] + mate) * 0.5f : spectrum[i];
            Math.Sqrt((back[i] - expected).SquaredMagnitude).Should().BeLessThan(2e-5);
        }
    }

    [Theory]
    [InlineData(24)]
    [InlineData(30)]
    [InlineData(36)]
    [InlineData(27)]
    public void An_inverse_does_not_depend_on_what_was_transformed_before_it(int box)
    {
        // Working memory is used again: rows that the box lacks must not carry anything from one transform into the next.
        var fft = new RealFft3D(box);
        var random = new Random(5);
        var spectrum = new ComplexFloat[fft.SpectrumLength];
        for (var i = 0; i < spectrum.Length; i++)
            spectrum[i] = new ComplexFloat((float)random.NextDouble(), (float)random.NextDouble());
        var loud = Array.ConvertAll(spectrum, value => value * 1e6f);
        var (first, between, again) = (new float[fft.VolumeLength], new float[fft.VolumeLength], new float[fft.VolumeLength]);
        fft.Inverse(spectrum, first);
        fft.Inverse(loud, between);
        fft.Inverse(spectrum, again);
        again.Should().Equal(first);
    }

    [Fact]
    public void Stops_when_cancelled()
    {
        var fft = new RealFft3D(8, 2);
        var act = () => fft.Forward(new float[512], new ComplexFloat[fft.SpectrumLength], new CancellationToken(true));
        act.Should().Throw<OperationCanceledException>();
    }

    [Fact]
    public void Refuses_arrays_of_another_box()
    {
        var fft = new RealFft3D(8);
        var act = () => fft.Forward(new float[511], new ComplexFloat[fft.SpectrumLength]);
        act.Should().Throw<ArgumentException>().WithMessage("*box 8 has 512 values, not 511*");
    }
}
