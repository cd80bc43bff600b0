using Plugin.Classify3D.Evidence;

namespace Plugins.Tests.Classify3D.Evidence;

public class ClassPairTests
{
    [Theory]
    [InlineData(1.00, 8.4, true)]
    [InlineData(0.80, 2.0, true)]
    [InlineData(0.88, 20.3, false)]
    [InlineData(0.30, 3.6, false)]
    public void Classes_are_alike_that_share_particles_or_differ_by_what_may_be_noise(
        double overlap, double significance, bool isAlike) =>
        new ClassPair(0, 1, overlap, 0.1, significance, 10).IsAlike.Should().Be(isAlike);
}
