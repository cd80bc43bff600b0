using SingleParticle.Fourier;

namespace SingleParticle.Tests.Fourier;

public sealed class ComplexFloatTests
{
    [Fact]
    public void Multiplies_as_complex_numbers_do() =>
        (new ComplexFloat(1, 2) * new ComplexFloat(3, -5)).Should().Be(new ComplexFloat(13, 1));

    [Fact]
    public void The_product_with_the_conjugate_is_the_squared_modulus()
    {
        var value = new ComplexFloat(3, -4);
        (value * value.Conjugate).Should().Be(new ComplexFloat(value.SquaredMagnitude, 0));
        value.SquaredMagnitude.Should().Be(25);
    }

    [Fact]
    public void Prints_both_parts() => new ComplexFloat(0.5f, -2).ToString().Should().Be("0.5-2i");
}
