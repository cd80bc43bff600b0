using SingleParticle.Masks;
using SingleParticle.Statistics;
using SingleParticle.Volumes;

namespace SingleParticle.Tests.Masks;

public class MaskTests
{
    private const int Box = 17;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Distances_are_those_of_an_exhaustive_search(int threadCount)
    {
        var random = new RandomStream(7);
        var body = new bool[Box * Box * Box];
        for (var i = 0; i < body.Length; i++)
            body[i] = random.NextDouble() < 0.004;
        var squared = DistanceTransform.Squared(body, Box, threadCount);
        for (var i = 0; i < body.Length; i++)
            squared[i].Should().Be(Enumerable.Range(0, body.Length).Where(j => body[j]).Min(j => SquaredDistance(i, j)));
    }

    [Fact]
    public void An_empty_body_is_infinitely_far_away() =>
        DistanceTransform.Squared(new bool[Box * Box * Box], Box, 1).Should().OnlyContain(value => float.IsPositiveInfinity(value));

    [Fact]
    public void The_edge_is_a_half_cosine_outside_the_grown_body()
    {
        var mask = SoftEdge.Create(CentreVoxel(), new Volume(Box, 1), extendVoxels: 3, edgeVoxels: 4, threadCount: 1);
        AlongX(mask, 3).Should().Be(1);
        AlongX(mask, 4).Should().BeApproximately((float)(0.5 + (0.5 * Math.Cos(Math.PI / 4))), 1e-6f);
        AlongX(mask, 5).Should().BeApproximately(0.5f, 1e-6f);
        AlongX(mask, 7).Should().Be(0);
        mask.Values.Should().OnlyContain(value => value >= 0 && value <= 1);
    }

    [Fact]
    public void A_negative_extension_shrinks_the_body()
    {
        var ball = SoftEdge.Create(CentreVoxel(), new Volume(Box, 1), 5, 0, 1);
        var shrunk = SoftEdge.Create(MaskBody.AtLeast(ball.Values, 0.5), new Volume(Box, 1), -2, 0, 1);
        AlongX(shrunk, 3).Should().Be(1);
        AlongX(shrunk, 4).Should().Be(0);
    }

    [Fact]
    public void Only_the_largest_piece_is_kept()
    {
        var body = new bool[Box * Box * Box];
        body[0] = true;
        var volume = new Volume(Box, 1);
        body[volume.IndexOf(8, 8, 8)] = body[volume.IndexOf(9, 8, 8)] = true;
        body[volume.IndexOf(10, 9, 8)] = true;
        MaskBody.KeepLargestPiece(body, Box).SizesVoxels.Should().Equal(1, 2, 1);
        body.Count(inside => inside).Should().Be(2);
        body[volume.IndexOf(9, 8, 8)].Should().BeTrue();
    }

    private static bool[] CentreVoxel()
    {
        var body = new bool[Box * Box * Box];
        body[new Volume(Box, 1).IndexOf(8, 8, 8)] = true;
        return body;
    }

    private static float AlongX(Volume mask, int distance) => mask.Values[mask.IndexOf(8 + distance, 8, 8)];

    private static float SquaredDistance(int a, int b)
    {
        var (dx, dy, dz) = ((a % Box) - (b % Box), (a / Box % Box) - (b / Box % Box), (a / (Box * Box)) - (b / (Box * Box)));
        return (dx * dx) + (dy * dy) + (dz * dz);
    }
}
