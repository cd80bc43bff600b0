using SingleParticle.Geometry;
using SingleParticle.Optics;

namespace SingleParticle.Tests.Optics;

public sealed class AnisotropicMagnificationTests
{
    [Fact]
    public void A_pixel_labelled_too_small_moves_frequencies_inwards()
    {
        // The field's example: true pixel 0.876667 Å labelled 0.6575 Å is stored as +0.33333 on the diagonal.
        var optics = TestOptics.Krios with { AnisotropicMagnification = [0.3333333, 0, 0, 0.3333333] };
        var (x, y) = AnisotropicMagnification.FrequencyMatrix(optics, MagnificationCorrection.Apply).Apply(1 / 0.6575, 0);
        x.Should().BeApproximately(1 / 0.876667, 1e-5);
        y.Should().Be(0);
    }

    [Fact]
    public void Is_the_inverse_of_the_identity_plus_what_is_stored()
    {
        var product = AnisotropicMagnification.FrequencyMatrix(TestOptics.Aberrated, MagnificationCorrection.Apply)
            * new Matrix2(1.01, 0.004, -0.002, 0.987);
        new[] { product.XX, product.XY, product.YX, product.YY }.Should().Equal([1.0, 0, 0, 1], (a, b) => Math.Abs(a - b) < 1e-14);
    }

    [Fact]
    public void Is_the_identity_when_ignored_or_absent()
    {
        AnisotropicMagnification.FrequencyMatrix(TestOptics.Aberrated, MagnificationCorrection.Ignore).Should().Be(Matrix2.Identity);
        AnisotropicMagnification.FrequencyMatrix(TestOptics.Krios, MagnificationCorrection.Apply).Should().Be(Matrix2.Identity);
    }

    [Fact]
    public void Refuses_a_matrix_that_cannot_be_inverted() =>
        FluentActions.Invoking(() => AnisotropicMagnification.FrequencyMatrix(
                TestOptics.Krios with { AnisotropicMagnification = [-1, 0, 0, 0] }, MagnificationCorrection.Apply))
            .Should().Throw<ArgumentException>().WithMessage("*krios*cannot be inverted*");
}
