using SingleParticle.Masks;

namespace SingleParticle.Tests.Masks;

public class DistanceTransformTests
{
    [Theory]
    [InlineData(17, 0.004, 1)]
    [InlineData(17, 0.004, 2)]
    [InlineData(16, 0.5, 2)]
    [InlineData(33, 0.0001, 3)]
    [InlineData(20, 0.995, 2)]
    [InlineData(1, 1, 1)]
    public void Distances_are_those_of_an_exhaustive_search(int box, double density, int threadCount)
    {
        var body = Bodies.Random(box, density, 7);
        body[^1] = true;
        var squared = DistanceTransform.Squared(body, box, threadCount);
        var inside = Enumerable.Range(0, body.Length).Where(j => body[j]).ToArray();
        for (var i = 0; i < body.Length; i += box > 20 ? 17 : 1)
            squared[i].Should().Be(inside.Min(j => Bodies.SquaredDistance(i, j, box)));
    }

    [Fact]
    public void The_distance_from_one_voxel_is_exact_everywhere_even_at_the_far_corner()
    {
        const int Box = 75;
        var body = new bool[Box * Box * Box];
        body[0] = true;
        var squared = DistanceTransform.Squared(body, Box, 2);
        for (var i = 0; i < squared.Length; i++)
            squared[i].Should().Be(Bodies.SquaredDistance(0, i, Box));
    }

    [Fact]
    public void An_empty_body_is_infinitely_far_away() =>
        DistanceTransform.Squared(new bool[1000], 10, 1).Should().OnlyContain(value => float.IsPositiveInfinity(value));
}
