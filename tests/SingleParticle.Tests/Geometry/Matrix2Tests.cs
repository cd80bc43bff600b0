using SingleParticle.Geometry;

namespace SingleParticle.Tests.Geometry;

public sealed class Matrix2Tests
{
    private static readonly Matrix2 Skewed = new(1.01, 0.03, -0.02, 0.98);

    [Fact]
    public void Multiplies_a_column_vector_row_by_row() =>
        new Matrix2(1, 2, 3, 4).Apply(5, 6).Should().Be((17, 39));

    [Fact]
    public void A_product_acts_right_factor_first()
    {
        var other = new Matrix2(0.5, 0.25, -2, 4);
        var inner = other.Apply(1.5, -0.5);
        var stepwise = Skewed.Apply(inner.X, inner.Y);
        var (x, y) = (Skewed * other).Apply(1.5, -0.5);
        x.Should().BeApproximately(stepwise.X, 1e-15);
        y.Should().BeApproximately(stepwise.Y, 1e-15);
    }

    [Fact]
    public void The_inverse_undoes_the_matrix()
    {
        var product = Skewed.Inverse() * Skewed;
        new[] { product.XX, product.XY, product.YX, product.YY }
            .Should().Equal([1.0, 0, 0, 1], (a, b) => Math.Abs(a - b) < 1e-15);
    }

    [Fact]
    public void A_singular_matrix_has_no_inverse() =>
        FluentActions.Invoking(() => new Matrix2(1, 2, 2, 4).Inverse()).Should().Throw<InvalidOperationException>();

    [Fact]
    public void The_transpose_exchanges_the_corners() =>
        new Matrix2(1, 2, 3, 4).Transpose().Should().Be(new Matrix2(1, 3, 2, 4));
}
