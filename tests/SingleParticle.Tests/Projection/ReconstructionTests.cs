using SingleParticle.Fourier;
using SingleParticle.Projection;
using SingleParticle.Volumes;

namespace SingleParticle.Tests.Projection;

public class ReconstructionTests
{
    private const int Box = 32;

    [Theory]
    [InlineData(32, 32)]
    [InlineData(32, 36)]
    [InlineData(30, 30)]
    public void Many_noise_free_projections_give_the_map_back(int box, int gridVoxels)
    {
        var setup = new ProjectionSetup(box, gridVoxels, (box / 2) - 1);
        var map = PhantomMap.Blobs(box, 0.3, 8, 1.4);
        var statistics = Collect(setup, map, 1500, 0.5);
        var prior = new double[setup.Plan.ShellCount];
        var found = Reconstruction.Solve(statistics, prior, map.PixelSizeAngstrom, 2);
        RelativeError(map, found).Should().BeLessThan(0.05);
        found.PixelSizeAngstrom.Should().Be(map.PixelSizeAngstrom);
    }

    [Fact]
    public void A_prior_as_large_as_the_data_halves_the_map()
    {
        var setup = new ProjectionSetup(Box, Box, 15);
        var map = PhantomMap.Blobs(Box, 0.3, 8, 1.4);
        var statistics = Collect(setup, map, 600, 1);
        var shells = statistics.DenominatorByShell();
        var prior = SignalPrior.InversePower(Enumerable.Repeat(0.5, shells.Length).ToArray(), shells, DataShare.Half);
        var free = Reconstruction.Solve(statistics, new double[shells.Length], 2, 1);
        var shrunk = Reconstruction.Solve(statistics, prior, 2, 1);
        var factor = free.Values.Zip(shrunk.Values, (a, b) => (double)a * b).Sum() / free.Values.Sum(a => (double)a * a);
        factor.Should().BeInRange(0.45, 0.6);
    }

    [Fact]
    public void Where_the_data_say_nothing_the_map_is_the_mean_of_its_prior()
    {
        var setup = new ProjectionSetup(Box, Box, 15);
        var mean = PhantomMap.Blobs(Box, 0.3, 8, 1.4);
        var statistics = Collect(setup, PhantomMap.Blobs(Box, 0.25, 5, 2), 50, 1);
        var prior = Array.ConvertAll(statistics.DenominatorByShell(), power => 1e5 * power);
        var found = Reconstruction.Solve(statistics, prior, mean.PixelSizeAngstrom, 2, mean);
        RelativeError(mean, found).Should().BeLessThan(0.05);
    }

    [Fact]
    public void A_prior_mean_that_the_data_agree_with_changes_nothing()
    {
        var setup = new ProjectionSetup(Box, Box, 15);
        var map = PhantomMap.Blobs(Box, 0.3, 8, 1.4);
        var statistics = Collect(setup, map, 1500, 0.5);
        var prior = statistics.DenominatorByShell();
        var found = Reconstruction.Solve(statistics, prior, map.PixelSizeAngstrom, 2, map);
        RelativeError(map, found).Should().BeLessThan(0.05);
    }

    [Fact]
    public void Two_halves_together_are_the_whole()
    {
        var setup = new ProjectionSetup(Box, Box, 15);
        var map = PhantomMap.Blobs(Box, 0.3, 8, 1.4);
        var sum = Collect(setup, map, 20, 1).Plus(Collect(setup, map, 20, 2));
        var shells = sum.DenominatorByShell();
        shells[0].Should().BeGreaterThan(0);
        var one = Collect(new ProjectionSetup(Box, Box, 15), map, 20, 1);
        one.DenominatorByShell()[8].Should().BeLessThan(shells[8]);
    }

    [Theory]
    [InlineData(0.5, DataShare.Half, 10)]
    [InlineData(0.5, DataShare.Both, 5)]
    [InlineData(0.75, DataShare.Half, 10 / 3.0)]
    [InlineData(-0.3, DataShare.Half, 9990)]
    [InlineData(1.0, DataShare.Half, 0.0010001)]
    public void The_prior_follows_the_correlation_between_half_maps(double correlation, DataShare share, double expected) =>
        SignalPrior.InversePower([correlation], [10], share)[0].Should().BeApproximately(expected, 1e-4 * expected);

    private static FoldedStatistics Collect(ProjectionSetup setup, Volume map, int particleCount, double scale)
    {
        using var projector = new Projector(setup.Plan, map, 1);
        using var accumulator = new BackProjection(setup.Plan);
        var slice = new ComplexFloat[setup.Plan.PixelCount];
        for (var i = 0; i < particleCount; i++)
        {
            setup.Draw();
            projector.Slice(setup.Frame, slice);
            for (var j = 0; j < slice.Length; j++)
            {
                var amplitude = setup.Powers[j];
                setup.Data[2 * j] = (float)(scale * amplitude * slice[j].Real);
                setup.Data[(2 * j) + 1] = (float)(scale * amplitude * slice[j].Imaginary);
            }
            accumulator.Insert(setup.Geometry, setup.Data, setup.Powers, setup.ShellWeights, 0.5, scale);
        }
        return FoldedStatistics.Of(accumulator);
    }

    /// <summary>Within the ball that holds the density, the mean left out: shell 0 is not in the data.</summary>
    private static double RelativeError(Volume truth, Volume found)
    {
        var inside = Enumerable.Range(0, truth.Values.Length).Where(i => Distance(i, truth.BoxVoxels) < 0.35 * truth.BoxVoxels).ToArray();
        var offset = inside.Average(i => (double)found.Values[i] - truth.Values[i]);
        var error = inside.Sum(i => Math.Pow(found.Values[i] - truth.Values[i] - offset, 2));
        return Math.Sqrt(error / inside.Sum(i => Math.Pow(truth.Values[i], 2)));
    }

    private static double Distance(int index, int box)
    {
        var (x, y, z) = ((index % box) - (box / 2), (index / box % box) - (box / 2), (index / box / box) - (box / 2));
        return Math.Sqrt((x * x) + (y * y) + (z * z));
    }
}
