using SingleParticle.Statistics;

namespace SingleParticle.Tests.Statistics;

public class KMeansTests
{
    [Fact]
    public void Clusters_far_apart_are_found_from_any_seed()
    {
        var noise = new RandomStream(3);
        double[][] points = [.. Enumerable.Range(0, 60).Select(i => new[] { (10 * (i % 4)) + noise.NextGaussian(), noise.NextGaussian() })];
        int[] truth = [.. Enumerable.Range(0, 60).Select(i => i % 4)];
        for (var seed = 0UL; seed < 10; seed++)
            AdjustedRandIndex.Of(KMeans.Fit(points, 4, 10, new RandomStream(seed)), truth).Should().Be(1);
    }

    [Fact]
    public void No_cluster_is_empty_even_among_equal_points()
    {
        double[][] points = [[1], [1], [1], [1], [5]];
        KMeans.Fit(points, 3, 2, new RandomStream(0)).Distinct().Should().HaveCount(3);
    }

    [Fact]
    public void Fewer_points_than_clusters_are_refused()
    {
        var fit = () => KMeans.Fit([[1], [2]], 3, 1, new RandomStream(0));
        fit.Should().Throw<ArgumentOutOfRangeException>();
    }
}
