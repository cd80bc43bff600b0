using Plugin.Classify3D.Expectation;

namespace Plugins.Tests.Classify3D.Expectation;

public class OwnShareCorrectionTests
{
    // [stage, class it is in, class]
    private static readonly double[] Leverage = [1, 2, 3, 4, 10, 20, 30, 40];

    [Fact]
    public void A_share_counts_by_posterior_and_by_the_square_of_the_scale_up_to_the_stage()
    {
        var correction = new OwnShareCorrection(Leverage, 2);
        double[] early = [100, 100];
        double[] whole = [100, 100];
        correction.TakeOff(0, [0.25f, 0.75f], 2, early);
        correction.TakeOff([0.25f, 0.75f], 2, whole);
        early.Should().Equal(100 - (4 * ((0.25 * 1) + (0.75 * 3))), 100 - (4 * ((0.25 * 2) + (0.75 * 4))));
        whole.Should().Equal(100 - (4 * ((0.25 * 10) + (0.75 * 30))), 100 - (4 * ((0.25 * 20) + (0.75 * 40))));
    }

    [Fact]
    public void Maps_without_a_known_share_leave_likelihoods_alone()
    {
        double[] logLikelihoods = [1, 2];
        new OwnShareCorrection([], 2).TakeOff([1, 0], 1, logLikelihoods);
        logLikelihoods.Should().Equal(1, 2);
    }
}
