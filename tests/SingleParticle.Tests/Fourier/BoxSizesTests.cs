using SingleParticle.Fourier;

namespace SingleParticle.Tests.Fourier;

public sealed class BoxSizesTests
{
    [Theory]
    [InlineData(-3, 2)]
    [InlineData(1, 2)]
    [InlineData(7, 8)]
    [InlineData(14, 16)]
    [InlineData(81, 90)]
    [InlineData(125, 128)]
    [InlineData(129, 144)]
    [InlineData(202, 216)]
    [InlineData(240, 240)]
    public void Finds_the_next_even_product_of_2_3_and_5(int minimum, int expected) =>
        BoxSizes.SmallestFast(minimum).Should().Be(expected);
}
