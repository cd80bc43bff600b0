using Plugin.Classify3D.Regrouping;

namespace Plugins.Tests.Classify3D.Regrouping;

public class ClassTreeTests
{
    // 0 and 2 are nearest, then 1 and 3; between the pairs the mean of four distances counts.
    private static readonly double[,] Distances =
    {
        { 0, 0.9, 0.1, 0.8 },
        { 0.9, 0, 0.7, 0.2 },
        { 0.1, 0.7, 0, 0.6 },
        { 0.8, 0.2, 0.6, 0 },
    };

    [Fact]
    public void The_nearest_join_first_and_groups_at_their_mean_distance()
    {
        var merges = ClassTree.Of(Distances).Merges;
        merges.Select(merge => (merge.First, merge.Second)).Should().Equal((0, 2), (1, 3), (4, 5));
        merges.Select(merge => merge.Distance).Should().BeInAscendingOrder();
        merges[2].Distance.Should().BeApproximately((0.9 + 0.8 + 0.7 + 0.6) / 4, 1e-12);
    }

    [Theory]
    [InlineData(0.1, 4)]
    [InlineData(0.15, 3)]
    [InlineData(0.5, 2)]
    [InlineData(0.9, 1)]
    public void A_threshold_stops_the_joining(double threshold, int groups) =>
        ClassTree.Of(Distances).GroupCountAt(threshold).Should().Be(groups);

    [Fact]
    public void Every_class_has_its_group()
    {
        var tree = ClassTree.Of(Distances);
        tree.GroupsOf(4).Should().Equal(0, 1, 2, 3);
        tree.GroupsOf(3).Should().Equal(0, 1, 0, 2);
        tree.GroupsOf(2).Should().Equal(0, 1, 0, 1);
        tree.GroupsOf(1).Should().Equal(0, 0, 0, 0);
    }
}
