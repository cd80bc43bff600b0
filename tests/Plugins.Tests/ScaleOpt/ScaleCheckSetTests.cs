using System.Globalization;
using Host.Abstractions.Ports;
using Testing;

namespace Plugins.Tests.ScaleOpt;

/// <summary>Scales on the check data, simulated by another program.</summary>
public class ScaleCheckSetTests
{
    [SharedDataFact("data/complex64/particles.cs")]
    public void Two_modes_of_scale_are_found_and_said_although_five_states_blur_them()
    {
        var set = new CheckSet("complex64");
        var result = new ScaleJob(set.Particles()).Run();
        // The true map of every particle's own state reaches .9715, rmse .0637; one map for all of them, even the true mean map, .957.
        result.With(set.Scale).Correlation.Should().BeGreaterThan(0.98 * 0.9715);
        result.With(set.Scale).Rmse.Should().BeLessThan(1.02 * 0.0637);
        result.ZVariance(set.Scale).Should().BeApproximately(1, 0.1);
        result.With(set.Scale).Slope.Should().BeApproximately(1, 0.01);
        var modes = result.Job.Summary[1].Rows.Select(row => double.Parse(row[0], CultureInfo.InvariantCulture)).ToArray();
        (modes[1] / modes[0]).Should().BeApproximately(1.25 / 0.75, 0.05 * 1.25 / 0.75);
        result.Find("SCALE_MULTIMODAL")!.Message.Should().StartWith("the scales have 2 modes, at 0.7");
    }

    [SharedDataFact("data/complex64/particles.cs")]
    public void Particles_of_one_state_show_their_scales_against_its_true_map()
    {
        var set = new CheckSet("complex64");
        var result = new ScaleJob(set.Particles()).Connect("volume", set.Map("raw_class_1_64.mrc")).Run();
        var (truth, state) = (result.OfDelivered(set.Scale), result.OfDelivered(set.State));
        var own = Enumerable.Range(0, truth.Length).Where(i => state[i] == 0).ToArray();
        var agreement = Agreement.Between([.. own.Select(i => result.Scale[i])], [.. own.Select(i => truth[i])]);
        agreement.Correlation.Should().BeGreaterThan(0.97);
        agreement.Slope.Should().BeApproximately(1, 0.02);
    }

    [SharedDataFact("data/gpcr64/particles.cs")]
    public void A_domain_and_a_micelle_that_vary_are_found_and_do_not_pass_for_contrast()
    {
        var set = new CheckSet("gpcr64");
        var result = new ScaleJob(set.Particles()).Set("target_resolution_angstrom", "10").Run();
        // The true map of every particle's own state reaches .828, rmse .0662.
        result.With(set.Scale).Correlation.Should().BeGreaterThan(0.98 * 0.828);
        result.With(set.Scale).Rmse.Should().BeLessThan(1.03 * 0.0662);
        result.ZVariance(set.Scale).Should().BeApproximately(1, 0.1);
    }

    [SharedDataFact("data/gpcr64/particles.cs")]
    public void A_domain_that_comes_and_goes_does_not_pass_for_contrast_outside_its_focus_mask()
    {
        var set = new CheckSet("gpcr64");
        var whole = new ScaleJob(set.Particles()).Set("target_resolution_angstrom", "10").Set("free_components", "0").Run();
        // Micelles of two sizes differ outside it, too: states take care of those.
        var outside = new ScaleJob(set.Particles()).Set("target_resolution_angstrom", "10")
            .Connect("focus_mask", set.Map("focus_AHD.mrc", DataTypes.Mask)).Run();
        outside.With(set.Scale).Rmse.Should().BeLessThan(0.9 * whole.With(set.Scale).Rmse);
        outside.ZVariance(set.Scale).Should().BeApproximately(1, 0.1);
        whole.ZVariance(set.Scale).Should().BeGreaterThan(1.2, "the domain is an error that the whole does not know of");
    }
}
