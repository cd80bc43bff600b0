using SingleParticle.Statistics;
using SingleParticle.Tests.Fourier;
using SingleParticle.Volumes;

namespace SingleParticle.Tests.Statistics;

public sealed class FourierShellCorrelationTests
{
    [Theory]
    [InlineData(16)]
    [InlineData(15)]
    public void Equals_the_correlation_of_the_full_transforms(int box)
    {
        var first = Noise(box, 1);
        var second = first.WithValues([.. first.Values.Zip(Noise(box, 2).Values, (a, b) => a + (0.7f * b))]);
        var curve = FourierShellCorrelation.Between(first, second, 2);
        var expected = Naive(first, second);
        curve.Values.Count.Should().Be((box / 2) + 1);
        for (var shell = 0; shell < expected.Length; shell++)
            curve.Values[shell].Should().BeApproximately(expected[shell], 1e-6);
    }

    [Fact]
    public void Is_one_with_itself_minus_one_with_its_negative_and_ignores_scale()
    {
        var map = Noise(12, 3);
        FourierShellCorrelation.Between(map, map).Values.Should().OnlyContain(value => Math.Abs(value - 1) < 1e-12);
        var negative = map.WithValues([.. map.Values.Select(value => -3 * value)]);
        FourierShellCorrelation.Between(map, negative).Values.Should().OnlyContain(value => Math.Abs(value + 1) < 1e-6);
    }

    [Fact]
    public void Is_zero_where_a_map_has_no_power()
    {
        var empty = new Volume(12, 1);
        FourierShellCorrelation.Between(empty, Noise(12, 4)).Values.Should().OnlyContain(value => value == 0);
    }

    [Fact]
    public void Unrelated_noise_correlates_little()
    {
        var curve = FourierShellCorrelation.Between(Noise(32, 5), Noise(32, 6));
        curve.Values.Skip(8).Should().OnlyContain(value => Math.Abs(value) < 0.2);
    }

    [Fact]
    public void Gives_the_same_bits_on_any_number_of_threads()
    {
        var (first, second) = (Noise(24, 7), Noise(24, 8));
        FourierShellCorrelation.Between(first, second, 5).Should().Be(FourierShellCorrelation.Between(first, second, 1));
    }

    [Fact]
    public void Refuses_maps_on_different_grids()
    {
        var box = () => FourierShellCorrelation.Between(new Volume(8, 1), new Volume(10, 1));
        var pixel = () => FourierShellCorrelation.Between(new Volume(8, 1), new Volume(8, 1.1));
        box.Should().Throw<ArgumentException>().WithMessage("*boxes of 8 and 10 voxels*");
        pixel.Should().Throw<ArgumentException>().WithMessage("*pixels of 1 and 1.1*");
    }

    [Fact]
    public void The_resolution_lies_between_the_shells_about_the_threshold()
    {
        var curve = new FourierShellCurve([1, 0.9, 0.6, 0.2, 0.1], 8, 2);
        curve.ResolutionAngstrom(0.5).Should().BeApproximately(16 / 2.25, 1e-12);
        curve.ResolutionAngstrom(0.05).Should().Be(4);
        curve.ResolutionAngstrom(0.95).Should().Be(16);
    }

    [Fact]
    public void The_combined_map_follows_from_the_half_maps()
    {
        var curve = new FourierShellCurve([1, 0.5, 0.143, 0, -0.3], 8, 2).CombinedMap();
        double[] expected = [1, Math.Sqrt(1 / 1.5), Math.Sqrt(0.286 / 1.143), 0, 0];
        curve.Values.Should().Equal(expected, (a, b) => Math.Abs(a - b) < 1e-12);
        curve.Values[2].Should().BeApproximately(0.5, 1e-3);
    }

    private static Volume Noise(int box, ulong seed) => new(box, 1, FourierCases.RandomValues(box * box * box, seed));

    private static double[] Naive(Volume first, Volume second)
    {
        var box = first.BoxVoxels;
        var f = NaiveTransform.Forward(first.Values, box, 3);
        var g = NaiveTransform.Forward(second.Values, box, 3);
        var sums = new double[(box / 2) + 1, 3];
        for (var i = 0; i < f.Length; i++)
        {
            var squared = new[] { i % box, i / box % box, i / box / box }.Sum(k => Math.Pow(Math.Min(k, box - k), 2));
            var shell = (int)Math.Round(Math.Sqrt(squared));
            if (shell > box / 2)
                continue;
            sums[shell, 0] += (f[i] * System.Numerics.Complex.Conjugate(g[i])).Real;
            sums[shell, 1] += Math.Pow(f[i].Magnitude, 2);
            sums[shell, 2] += Math.Pow(g[i].Magnitude, 2);
        }

        return [.. Enumerable.Range(0, (box / 2) + 1).Select(shell => sums[shell, 0] / Math.Sqrt(sums[shell, 1] * sums[shell, 2]))];
    }
}
