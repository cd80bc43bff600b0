using Plugin.Phantom.Comparison;
using SingleParticle.Volumes;

namespace Plugins.Tests.Phantom;

public class MapStretchTests
{
    private const int Box = 40;

    private static readonly (double X, double Y, double Z)[] Blobs =
        [(0, 0, 0), (6, 2, -4), (-5, 7, 3), (2, -8, 5), (-7, -3, -6), (4, 6, 8), (-2, -6, -9)];

    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    [InlineData(1)]
    [InlineData(3)]
    public void A_known_stretch_is_measured_whatever_the_gain(double percent)
    {
        var map = Map(percent / 100);
        var brighter = map.WithValues(Array.ConvertAll(map.Values, value => (0.7f * value) + 0.1f));
        MapStretch.PercentOf(brighter, Map(0)).Should().BeApproximately(percent, 0.02 + (0.1 * percent));
    }

    [Fact]
    public void A_map_that_is_only_larger_is_not_stretched()
    {
        var larger = Map(0.01, 0.01, 0.01);
        MapStretch.PercentOf(larger, Map(0)).Should().BeLessThan(0.05);
    }

    [Fact]
    public void Of_several_maps_the_most_stretched_counts_each_against_the_truth_it_is_most_like() =>
        MapStretch.LargestPercent([Map(0), Map(0.02)], [Map(0), Map(-0.3)]).Should().BeApproximately(2, 0.25);

    private static Volume Map(double strain) => Map(strain, 0, 0);

    // Stretched along an axis that is none of the grid's.
    private static Volume Map(double first, double second, double third)
    {
        var map = new Volume(Box, 4);
        double[][] axes = [[0.6, 0.8, 0], [-0.8, 0.6, 0], [0, 0, 1]];
        double[] strains = [first, second, third];
        for (var i = 0; i < map.Values.Length; i++)
        {
            double[] place = [(i % Box) - (Box / 2), (i / Box % Box) - (Box / 2), (i / (Box * Box)) - (Box / 2)];
            var back = (double[])place.Clone();
            for (var a = 0; a < 3; a++)
            {
                var along = axes[a].Zip(place, (x, y) => x * y).Sum();
                for (var d = 0; d < 3; d++)
                    back[d] += ((1 / (1 + strains[a])) - 1) * along * axes[a][d];
            }

            map.Values[i] = (float)Blobs.Sum(blob => Math.Exp(
                -(Math.Pow(back[0] - blob.X, 2) + Math.Pow(back[1] - blob.Y, 2) + Math.Pow(back[2] - blob.Z, 2)) / 8));
        }

        return map;
    }
}
