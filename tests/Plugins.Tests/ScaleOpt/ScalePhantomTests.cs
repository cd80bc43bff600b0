using System.Globalization;
using Plugins.Tests.Phantom;

namespace Plugins.Tests.ScaleOpt;

/// <summary>Scales of particles that Plugin.Phantom simulated, held to those fitted against the true map.</summary>
public class ScalePhantomTests
{
    private static readonly (string, string)[] OneState =
        [("scenario", "homogeneous"), ("particles", "2000"), ("snr", "0.2"), ("atoms", "1500"), ("noise", "coloured")];

    [Theory]
    [InlineData("lognormal")]
    [InlineData("bimodal")]
    public void Without_a_map_scales_are_as_good_as_against_the_true_one(string distribution)
    {
        using var phantom = PhantomRun.Of([.. OneState, ("scale", distribution)]);
        var truth = phantom.TruthNumbers("scale");
        var oracle = new ScaleJob(phantom.Item("particles")).Connect("volume", phantom.Item("consensus")).Run();
        var found = new ScaleJob(phantom.Item("particles")).Run();
        found.With(truth).Rmse.Should().BeLessThan(1.02 * oracle.With(truth).Rmse);
        found.With(truth).Correlation.Should().BeGreaterThan(0.98 * oracle.With(truth).Correlation);
        found.ZVariance(truth).Should().BeApproximately(1, 0.1);
    }

    [Fact]
    public void Two_modes_are_found_said_and_a_ratio_apart_that_is_right_to_five_percent()
    {
        using var phantom = PhantomRun.Of([.. OneState, ("scale", "bimodal")]);
        var found = new ScaleJob(phantom.Item("particles")).Run();
        var modes = found.Job.Summary[1].Rows.Select(row => double.Parse(row[0], CultureInfo.InvariantCulture)).ToArray();
        (modes[1] / modes[0]).Should().BeApproximately(1.25 / 0.75, 0.05 * 1.25 / 0.75);
        found.Find("SCALE_MULTIMODAL")!.Message.Should().Contain("the scales have 2 modes");
    }
}
