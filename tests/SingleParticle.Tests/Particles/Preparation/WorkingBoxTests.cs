using SingleParticle.Particles.Preparation;

namespace SingleParticle.Tests.Particles.Preparation;

public sealed class WorkingBoxTests
{
    [Theory]
    [InlineData(256, 1.0, 6, 90)]
    [InlineData(256, 1.0, 5.2, 100)]
    [InlineData(128, 1.6, 6.4, 64)]
    [InlineData(300, 1.1, 8, 90)]
    [InlineData(448, 0.83, 10, 80)]
    public void Is_the_smallest_handy_box_that_reaches_the_target(int imageBox, double pixelSize, double target, int expected) =>
        WorkingBox.For(imageBox, pixelSize, target).Should().Be(expected);

    [Theory]
    [InlineData(64, 6.4, 6)]
    [InlineData(64, 3.2, 6.4)]
    [InlineData(62, 3.2, 6.6)]
    public void Is_the_images_own_box_at_and_beyond_their_Nyquist(int imageBox, double pixelSize, double target) =>
        WorkingBox.For(imageBox, pixelSize, target).Should().Be(imageBox);

    [Fact]
    public void A_pixel_size_rounded_to_single_precision_does_not_cost_a_larger_box() =>
        WorkingBox.For(128, 1.6f, 6.4).Should().Be(64);

    [Fact]
    public void Refuses_an_odd_image_box() =>
        FluentActions.Invoking(() => WorkingBox.For(65, 1, 6)).Should().Throw<ArgumentOutOfRangeException>();
}
