using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.Classify3D;
using Plugin.MaskTools;
using Plugins.Tests.Classify3D.Planted;
using Plugins.Tests.Phantom;
using Plugins.Tests.ScaleOpt;
using Testing;
using Testing.Jobs;

namespace Plugins.Tests.MaskTools;

/// <summary>What automatic focus masks are for: classification within them is as good as within masks made by hand.</summary>
public class FocusedClassificationTests
{
    // Classes of two runs that both find the states differ in a few undecided particles.
    private const double Chance = 0.01;

    private static readonly (string, string)[] Small =
        [("particles", "1000"), ("box_pixels", "32"), ("pixel_size_angstrom", "6"), ("atoms", "1500"), ("snr", "0.3")];

    [SharedDataFact("data/gpcr64/particles.cs")]
    public async Task On_particles_of_another_program_the_automatic_mask_serves_as_well_as_the_one_made_by_hand()
    {
        var set = new CheckSet("gpcr64");
        int[] labels = [.. set.State.Select(state => state / 2)];
        var (automatic, byHand) = await Compare(set.Particles(), set.Map("focus_AHD.mrc", DataTypes.Mask), labels);
        byHand.Should().BeGreaterThan(0.9);
        automatic.Should().BeGreaterThan(byHand - Chance);
    }

    [Fact]
    public async Task On_phantoms_whose_subunits_come_and_go_it_serves_as_well_as_the_true_mask()
    {
        using var phantom = PhantomRun.Of([.. Small, ("scenario", "compositional"), ("populations", "0.6, 0.4")]);
        var (automatic, byHand) = await Compare(phantom.Item("particles"), phantom.Item("focus"), LabelsOf(phantom));
        byHand.Should().BeGreaterThan(0.9);
        automatic.Should().BeGreaterThan(byHand - Chance);
    }

    [Fact]
    public async Task A_micelle_that_varies_beside_the_domain_is_kept_out_of_the_focus_by_excluding_it()
    {
        using var phantom = PhantomRun.Of(
            ("scenario", "micelle"), ("particles", "1500"), ("box_pixels", "48"), ("pixel_size_angstrom", "4"), ("atoms", "3000"),
            ("snr", "0.3"));
        using var micelle = new MaskJob(new FocusMaskNode());
        var states = phantom.Result.Outputs["volumes"];
        micelle.Context.Connect("volume", states[0]).Connect("other_volume", states[1]);
        await micelle.Set("source", "difference").Set("dilate", "0 Å").Run();
        using var mask = new MaskJob(new VariabilityMaskNode());
        mask.Context.Connect("particles", phantom.Item("particles")).Connect("exclude", micelle.Result.Outputs["mask"].Single());
        await mask.Set("peak_fraction", "0.35").Run();
        var automatic = await Classify(phantom.Item("particles"), mask.Result.Outputs["mask"].Single(), LabelsOf(phantom));
        var byHand = await Classify(phantom.Item("particles"), phantom.Item("focus"), LabelsOf(phantom));
        byHand.Should().BeGreaterThan(0.95);
        // The micelle touches the domain, so the mask leaves out a part of that.
        automatic.Should().BeGreaterThan(byHand - 0.1);
    }

    private static int[] LabelsOf(PhantomRun phantom) => [.. phantom.TruthNumbers("label").Select(label => (int)label)];

    /// <summary>Adjusted Rand index of classes in the automatic mask, and in one given.</summary>
    private static async Task<(double Automatic, double ByHand)> Compare(DataItem particles, DataItem byHand, int[] labels)
    {
        using var mask = new MaskJob(new VariabilityMaskNode());
        mask.Context.Connect("particles", particles);
        await mask.Run();
        return (await Classify(particles, mask.Result.Outputs["mask"].Single(), labels), await Classify(particles, byHand, labels));
    }

    private static async Task<double> Classify(DataItem particles, DataItem focusMask, int[] labels)
    {
        using var context = new TestJobContext { Seed = 1, Resources = new GrantedResources(2, 2L << 30) };
        context.Connect("particles", particles).Connect("focus_mask", focusMask);
        context.Set("classes", "2").Set("target_resolution_angstrom", "12").Set("evidence_rounds", "0");
        return PlantedRun.RandIndex(context, await new Classify3DNode().RunAsync(context, CancellationToken.None), labels);
    }
}
