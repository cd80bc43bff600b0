using SingleParticle.Optics;

namespace SingleParticle.Tests.Optics;

public sealed class CtfGridTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    public void Meets_the_double_precision_CTF_at_phases_of_hundreds_of_radians(double bFactor)
    {
        // 6 µm underfocus out to 1.5 Å: gamma reaches 160 turns.
        var frequencies = Frequencies(1003, 0.67);
        var parameters = new CtfParameters(61234, 58765, 0.77, 0.6, bFactor, 0.9);
        var found = new float[frequencies.Length];
        new CtfGrid(TestOptics.Aberrated, frequencies).Amplitudes(parameters, found);
        var reference = new ContrastTransferFunction(TestOptics.Aberrated, parameters);
        var aberrations = new Aberrations(TestOptics.Aberrated);
        var matrix = AnisotropicMagnification.FrequencyMatrix(TestOptics.Aberrated, MagnificationCorrection.Apply);
        for (var i = 0; i < frequencies.Length; i++)
        {
            var (x, y) = matrix.Apply(frequencies[i].X, frequencies[i].Y);
            var unturned = reference.Evaluate(frequencies[i].X, frequencies[i].Y)
                * System.Numerics.Complex.FromPolarCoordinates(1, -aberrations.OddPhaseRadians(x, y));
            ((double)found[i]).Should().BeApproximately(unturned.Real, 1e-5);
        }
    }

    [Fact]
    public void The_odd_factors_complete_the_complex_CTF()
    {
        var frequencies = Frequencies(333, 0.3);
        var parameters = new CtfParameters(15000, 14000, -0.4);
        var grid = new CtfGrid(TestOptics.Aberrated, frequencies);
        var amplitudes = new float[grid.Count];
        grid.Amplitudes(parameters, amplitudes);
        var reference = new ContrastTransferFunction(TestOptics.Aberrated, parameters);
        var largestImaginary = 0.0;
        for (var i = 0; i < frequencies.Length; i++)
        {
            var expected = reference.Evaluate(frequencies[i].X, frequencies[i].Y);
            ((double)(amplitudes[i] * grid.OddFactors[2 * i])).Should().BeApproximately(expected.Real, 1e-5);
            ((double)(amplitudes[i] * grid.OddFactors[(2 * i) + 1])).Should().BeApproximately(expected.Imaginary, 1e-5);
            largestImaginary = Math.Max(largestImaginary, Math.Abs(expected.Imaginary));
        }

        largestImaginary.Should().BeGreaterThan(0.1);
    }

    [Fact]
    public void A_group_without_odd_aberrations_has_a_real_CTF() =>
        new CtfGrid(TestOptics.Krios, Frequencies(5, 0.3)).OddFactors.Length.Should().Be(0);

    [Fact]
    public void A_frequency_gives_the_same_bits_wherever_it_stands_in_the_list()
    {
        // The tail of the list goes through scalar code.
        var frequencies = Frequencies(40, 0.4);
        var parameters = new CtfParameters(21234, 20000, 0.5);
        var whole = new float[40];
        new CtfGrid(TestOptics.Krios, frequencies).Amplitudes(parameters, whole);
        for (var i = 0; i < 40; i++)
        {
            var single = new float[1];
            new CtfGrid(TestOptics.Krios, frequencies.AsSpan(i, 1)).Amplitudes(parameters, single);
            single[0].Should().Be(whole[i]);
        }
    }

    [Fact]
    public void The_sine_of_turns_is_good_to_a_few_units_in_the_last_place()
    {
        for (var i = -4000; i <= 4000; i++)
        {
            var turns = i / 1999.0;
            ((double)TurnSine.Of(turns)).Should().BeApproximately(Math.Sin(2 * Math.PI * turns), 3e-7);
        }
    }

    [Fact]
    public void Refuses_a_buffer_of_the_wrong_length() =>
        FluentActions.Invoking(() => new CtfGrid(TestOptics.Krios, Frequencies(5, 0.3)).Amplitudes(new(10000, 10000), new float[6]))
            .Should().Throw<ArgumentException>();

    private static (double X, double Y)[] Frequencies(int count, double highest)
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var (sine, cosine) = Math.SinCos(2 * Math.PI * random.NextDouble());
            var radius = highest * Math.Sqrt(random.NextDouble());
            return (radius * cosine, radius * sine);
        })];
    }
}
