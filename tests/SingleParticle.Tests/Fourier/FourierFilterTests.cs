using SingleParticle.Fourier;

namespace SingleParticle.Tests.Fourier;

public sealed class FourierFilterTests
{
    private const int Box = 32;
    private const double BoxAngstrom = 128;

    [Fact]
    public void The_cosine_edge_halves_the_amplitude_at_the_cutoff()
    {
        var gain = RadialGain.CosineLowPass(10, 4);
        double[] expected = [1, 1, 0.5 + (0.5 * Math.Sqrt(0.5)), 0.5, 0.5 - (0.5 * Math.Sqrt(0.5)), 0, 0];
        new[] { 0.0, 8, 9, 10, 11, 12, 40 }.Select(gain.At).Should().Equal(expected, Near);
        var highPass = RadialGain.CosineHighPass(10, 4);
        new[] { 0.0, 9, 10, 12 }.Should().OnlyContain(radius => Near(highPass.At(radius) + gain.At(radius), 1));
        RadialGain.CosineLowPass(10, 0).At(9.99).Should().Be(1);
        RadialGain.CosineLowPass(10, 0).At(10.01).Should().Be(0);
    }

    [Fact]
    public void Butterworth_filters_halve_the_power_at_the_cutoff_and_share_it_elsewhere()
    {
        var low = RadialGain.ButterworthLowPass(6, 8);
        var high = RadialGain.ButterworthHighPass(6, 8);
        low.At(6).Should().BeApproximately(Math.Sqrt(0.5), 1e-12);
        low.At(12).Should().BeApproximately(1 / Math.Sqrt(1 + 65536), 1e-12);
        high.At(0).Should().Be(0);
        foreach (var radius in new[] { 0.0, 3, 6, 7.5, 20 })
            ((low.At(radius) * low.At(radius)) + (high.At(radius) * high.At(radius))).Should().BeApproximately(1, 1e-12);
    }

    [Fact]
    public void Low_pass_keeps_coarse_and_removes_fine_waves()
    {
        var coarse = PlaneWave.Volume(Box, BoxAngstrom, (2, 1, 0));
        var both = PlaneWave.Volume(Box, BoxAngstrom, (2, 1, 0), (0, 9, 8));
        FourierCases.RelativeError(FourierFilter.LowPass(both, 20, 2).Values, coarse.Values).Should().BeLessThan(1e-6);
        FourierCases.RelativeError(FourierFilter.LowPassButterworth(both, 24).Values, coarse.Values).Should().BeLessThan(2e-3);
    }

    [Fact]
    public void High_pass_keeps_fine_and_removes_coarse_waves()
    {
        var fine = PlaneWave.Volume(Box, BoxAngstrom, (0, 9, 8));
        var both = PlaneWave.Volume(Box, BoxAngstrom, (0, 0, 0), (2, 1, 0), (0, 9, 8));
        FourierCases.RelativeError(FourierFilter.HighPass(both, 20, 2, 2).Values, fine.Values).Should().BeLessThan(1e-6);
        FourierCases.RelativeError(FourierFilter.HighPassButterworth(both, 20).Values, fine.Values).Should().BeLessThan(2e-3);
    }

    [Fact]
    public void The_cutoff_in_angstrom_is_where_the_amplitude_is_halved()
    {
        var wave = PlaneWave.Volume(Box, BoxAngstrom, (3, 4, 0));
        var filtered = FourierFilter.LowPass(wave, BoxAngstrom / 5, 2);
        FourierCases.RelativeError(filtered.Values, [.. wave.Values.Select(value => value / 2)]).Should().BeLessThan(1e-6);
    }

    [Fact]
    public void Each_shell_takes_its_own_factor_and_none_beyond_the_last()
    {
        var input = PlaneWave.Volume(Box, BoxAngstrom, (2, 0, 0), (2, 2, 1), (0, 0, 5));
        var second = PlaneWave.Volume(Box, BoxAngstrom, (2, 0, 0));
        var third = PlaneWave.Volume(Box, BoxAngstrom, (2, 2, 1));
        var expected = second.Values.Zip(third.Values, (a, b) => (0.5f * a) + (3 * b)).ToArray();
        FourierCases.RelativeError(FourierFilter.MultiplyShells(input, [1, 1, 0.5, 3, 1]).Values, expected).Should().BeLessThan(1e-6);
    }

    [Fact]
    public void Keeps_pixel_size_and_origin()
    {
        var volume = new SingleParticle.Volumes.Volume(8, 1.5) { OriginAngstrom = (1, 2, 3) };
        var filtered = FourierFilter.LowPass(volume, 4, 1);
        (filtered.PixelSizeAngstrom, filtered.OriginAngstrom).Should().Be((1.5, (1.0, 2.0, 3.0)));
    }

    [Fact]
    public void Refuses_a_cutoff_that_is_not_positive()
    {
        var act = () => FourierFilter.LowPass(new SingleParticle.Volumes.Volume(8, 1), 0, 1);
        act.Should().Throw<ArgumentOutOfRangeException>();
    }

    private static bool Near(double left, double right) => Math.Abs(left - right) < 1e-12;
}
