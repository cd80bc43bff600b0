using SingleParticle.Estimation.Scales;

namespace SingleParticle.Tests.Estimation.Scales;

public class ShellGainsTests
{
    [Fact]
    public void A_contrast_and_a_B_factor_are_found_exactly()
    {
        double[] gains = [.. Enumerable.Range(0, 12).Select(shell => 0.7 * Math.Exp(-0.02 * shell * shell))];
        var smooth = ShellGains.Smooth(gains, [.. gains.Select((_, shell) => 1.0 / (1 + shell))]);
        for (var shell = 0; shell < gains.Length; shell++)
            smooth[shell].Should().BeApproximately(gains[shell], 1e-9);
    }

    [Fact]
    public void A_shell_of_which_little_is_known_counts_little()
    {
        double[] gains = [1, 1, 1, 1, 1, 1, 9];
        var smooth = ShellGains.Smooth(gains, [1e4, 1e4, 1e4, 1e4, 1e4, 1e4, 0.01]);
        smooth[6].Should().BeApproximately(1, 0.01);
    }

    [Fact]
    public void Without_any_information_nothing_is_changed()
    {
        ShellGains.Smooth([1, 0, 0], [0, 0, 0]).Should().Equal(1, 1, 1);
    }
}
