using Plugin.Classify3D;
using Plugin.Classify3D.Schedules;

namespace Plugins.Tests.Classify3D.Schedules;

public class LearningRateTests
{
    [Theory]
    [InlineData(0, 0.4)]
    [InlineData(5, 0.282842712)]
    [InlineData(10, 0.2)]
    [InlineData(20, 0.1)]
    public void The_rate_halves_with_every_half_of_the_online_iterations(int iteration, double expected) =>
        LearningRate.At(new Classify3DOptions { Classes = 2 }, iteration, 20).Should().BeApproximately(expected, 1e-8);

    [Fact]
    public void A_half_life_of_nothing_keeps_the_rate()
    {
        var options = new Classify3DOptions { Classes = 2, OnlineHalfLifePercent = 0, OnlineLearningRate = 0.7 };
        LearningRate.At(options, 17, 20).Should().Be(0.7);
    }
}
