using SingleParticle.Masks;
using SingleParticle.Volumes;

namespace SingleParticle.Tests.Masks;

public class SoftEdgeTests
{
    private const int Box = 18;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 4)]
    [InlineData(2.5, 3.7)]
    [InlineData(3, 0)]
    [InlineData(-1, 3)]
    [InlineData(-2.2, 2.5)]
    public void The_mask_is_one_to_the_extension_and_a_half_cosine_over_the_edge(double extend, double edge)
    {
        var map = Bodies.Waves(Box, 1);
        var body = MaskBody.AtLeast(map.Values, 1.5);
        var mask = SoftEdge.Create(body, map, extend, edge, threadCount: 2);
        var grown = Enumerable.Range(0, body.Length).Where(j => extend >= 0 ? body[j] : Inside(body, j, -extend)).ToArray();
        grown.Should().NotBeEmpty();
        for (var i = 0; i < body.Length; i++)
        {
            var distance = Math.Sqrt(grown.Min(j => Bodies.SquaredDistance(i, j, Box))) - Math.Max(0, extend);
            var expected = distance <= 0 ? 1 : distance >= edge ? 0 : 0.5 + (0.5 * Math.Cos(Math.PI * distance / edge));
            mask.Values[i].Should().BeApproximately((float)expected, 1e-6f);
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 5)]
    [InlineData(3, 4)]
    [InlineData(2.4, 3.6)]
    [InlineData(-1, 2)]
    [InlineData(-1.5, 0)]
    public void The_compatible_mask_is_the_published_double_loop_voxel_by_voxel(double extend, double edge)
    {
        var map = Bodies.Waves(Box, 2);
        var expected = RelionOracle.AutoMask(map, 1.5, extend, edge);
        var mask = RelionEdge.Create(MaskBody.AtLeast(map.Values, 1.5), map, extend, edge, threadCount: 2);
        mask.Values.Should().Equal(expected);
        mask.Values.Should().Contain(1).And.Contain(0);
    }

    [Theory]
    [InlineData(0, 4, 0.02)]
    [InlineData(3, 6.5, 0.02)]
    [InlineData(2.5, 8, 0.15)]
    [InlineData(-2, 5, 0.1)]
    public void The_width_of_the_edge_is_found_again(double extend, double edge, double tolerance)
    {
        var body = MaskBody.AtLeast(Bodies.Waves(48, 4).Values, 3);
        EdgeWidth.Voxels(SoftEdge.Create(body, new Volume(48, 2), extend, edge, 2), 2).Should().BeApproximately(edge, tolerance * edge);
        EdgeWidth.Voxels(RelionEdge.Create(body, new Volume(48, 2), extend, edge, 2), 2).Should().BeApproximately(edge, 1e-4 * edge);
    }

    [Fact]
    public void A_hard_edge_has_no_width()
    {
        var body = MaskBody.AtLeast(Bodies.Waves(Box, 4).Values, 2);
        EdgeWidth.Voxels(SoftEdge.Create(body, new Volume(Box, 2), 2, 0, 1), 1).Should().Be(0);
    }

    [Fact]
    public void An_edge_of_a_single_value_counts_as_one_voxel_on_either_side()
    {
        var body = new bool[Box * Box * Box];
        body.AsSpan(Box * Box * 8, Box * Box).Fill(true);
        EdgeWidth.Voxels(SoftEdge.Create(body, new Volume(Box, 2), 0, 2, 1), 1).Should().Be(2);
    }

    private static bool Inside(bool[] body, int voxel, double by) =>
        body[voxel] && Enumerable.Range(0, body.Length).Where(j => !body[j]).All(j => Bodies.SquaredDistance(voxel, j, Box) > by * by);
}
