using SingleParticle.Geometry;

namespace SingleParticle.Tests.Geometry;

public class PointGroupTests
{
    [Theory]
    [InlineData("C1", 1)]
    [InlineData("c4", 4)]
    [InlineData("D1", 2)]
    [InlineData("D7", 14)]
    [InlineData("T", 12)]
    [InlineData("O", 24)]
    [InlineData("I", 60)]
    [InlineData("I1", 60)]
    [InlineData("I2", 60)]
    public void A_group_has_as_many_rotations_as_it_should(string name, int count) => Parse(name).Rotations.Should().HaveCount(count);

    [Theory]
    [InlineData("D3")]
    [InlineData("O")]
    [InlineData("I1")]
    public void The_product_of_two_rotations_is_a_rotation_of_the_group(string name)
    {
        var rotations = Parse(name).Rotations;
        foreach (var first in rotations)
        {
            foreach (var second in rotations)
                rotations.Should().Contain(rotation => Distance(rotation, first * second) < 1e-9);
        }
    }

    [Theory]
    [InlineData("C5", 5, 0, 0, 1)]
    [InlineData("D7", 2, 1, 0, 0)]
    [InlineData("T", 3, 0, 0, 1)]
    [InlineData("T", 2, 0, 0.816496, 0.577350)]
    [InlineData("O", 4, 0, 0, 1)]
    [InlineData("O", 3, 0.5773502, 0.5773502, 0.5773502)]
    [InlineData("I2", 2, 0, 0, 1)]
    [InlineData("I2", 5, 0.525731114, 0, 0.850650807)]
    [InlineData("I2", 3, 0, 0.356822076, 0.934172364)]
    [InlineData("I1", 2, 1, 0, 0)]
    [InlineData("I1", 5, 0.85065080702670, 0, -0.5257311142635)]
    [InlineData("I1", 3, 0.9341723640, 0.3568220765, 0)]
    public void Axes_are_where_RELION_has_them(string name, int order, double x, double y, double z)
    {
        var axis = new DoubleVector3(x, y, z);
        var turn = Rotations.Exponential(2 * Math.PI / (order * axis.Length) * axis);
        Parse(name).Rotations.Should().Contain(rotation => Distance(rotation, turn) < 1e-5);
    }

    [Theory]
    [InlineData("")]
    [InlineData("C")]
    [InlineData("C0")]
    [InlineData("D-2")]
    [InlineData("I3")]
    [InlineData("X2")]
    public void Other_names_are_refused(string name) => PointGroup.TryParse(name, out _).Should().BeFalse();

    private static PointGroup Parse(string name) =>
        PointGroup.TryParse(name, out var group) ? group : throw new ArgumentException($"{name} was refused");

    private static double Distance(RotationMatrix first, RotationMatrix second) =>
        (first.Row0 + -second.Row0).Length + (first.Row1 + -second.Row1).Length + (first.Row2 + -second.Row2).Length;
}
