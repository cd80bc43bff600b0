using SingleParticle.Fourier.Kernels;

namespace SingleParticle.Tests.Fourier;

public sealed class FftFactorsTests
{
    [Fact]
    public void The_radices_multiply_to_the_length_and_are_prime_or_small_powers_of_two()
    {
        for (var length = 1; length <= 2048; length++)
        {
            var radices = FftFactors.Of(length);
            radices.Aggregate(1, (product, radix) => product * radix).Should().Be(length);
            radices.Should().NotContain(radix => radix != 4 && radix != 8 && !IsPrime(radix));
        }
    }

    [Theory]
    [InlineData(128, new[] { 8, 4, 4 })]
    [InlineData(256, new[] { 8, 8, 4 })]
    [InlineData(64, new[] { 8, 8 })]
    [InlineData(90, new[] { 2, 5, 3, 3 })]
    public void Takes_few_large_radices(int length, int[] expected) => FftFactors.Of(length).Should().Equal(expected);

    private static bool IsPrime(int value) => value > 1 && Enumerable.Range(2, value - 2).All(divisor => value % divisor != 0);
}
