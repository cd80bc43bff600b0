using SingleParticle.Geometry;
using SingleParticle.Nodes.Pictures;

namespace Plugins.Tests.Pictures;

public class DirectionBinsTests
{
    [Fact]
    public void The_bins_cover_the_sphere_once_in_parts_of_nearly_one_size()
    {
        var bins = new DirectionBins(36);
        var shares = Enumerable.Range(0, bins.Count).Select(bins.ShareOf).ToList();
        shares.Sum().Should().BeApproximately(1, 1e-12);
        shares.Should().OnlyContain(share => share > 0.7 / bins.Count && share < 1.4 / bins.Count);
    }

    [Fact]
    public void The_middle_of_a_bin_lies_in_it()
    {
        var bins = new DirectionBins(18);
        for (var bin = 0; bin < bins.Count; bin++)
        {
            var (rot, tilt) = bins.CentreOf(bin);
            bins.IndexOf(double.DegreesToRadians(tilt), double.DegreesToRadians(rot)).Should().Be(bin);
            bins.IndexOf(Rotations.FromEulerAngles(new EulerAngles(rot, tilt, 77)).ViewingDirection).Should().Be(bin);
        }
    }

    [Fact]
    public void Even_views_have_density_one_everywhere_however_smooth()
    {
        var bins = new DirectionBins(36);
        var counts = Enumerable.Range(0, bins.Count).Select(bin => (int)Math.Round(1e7 * bins.ShareOf(bin))).ToArray();
        foreach (var width in new[] { 1.0, 5, 20 })
            new DirectionKernel(bins, width).Smooth(counts, counts.Sum()).Should().OnlyContain(density => Math.Abs(density - 1) < 1e-3);
    }
}
