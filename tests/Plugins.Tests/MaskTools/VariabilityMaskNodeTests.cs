using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.MaskTools;
using Plugins.Tests.Phantom;
using SingleParticle.Formats.Mrc;
using SingleParticle.Fourier;
using SingleParticle.Masks;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Volumes;
using Testing;
using Testing.Jobs;

namespace Plugins.Tests.MaskTools;

public sealed class VariabilityMaskNodeTests
{
    // 600 images of 32 pixels of 6 Å: a molecule of 96 Å whose subunits come and go.
    private static readonly (string, string)[] Compositional =
        [("scenario", "compositional"), ("particles", "600"), ("snr", "0.3"), ("populations", "0.5, 0.5"), ("atoms", "800")];

    [Fact]
    public async Task What_truly_varies_is_found_and_masked()
    {
        using var phantom = PhantomRun.Of(Compositional);
        using var job = await Job(phantom).Run();
        var difference = Difference(phantom.StateMaps());
        Overlap(job, difference).Should().BeGreaterThan(0.5);
        job.Mask.BoxVoxels.Should().Be(32);
        job.Mask.PixelSizeAngstrom.Should().BeApproximately(6, 1e-4);
        job.Context.Artifacts.Names.Should().Contain(["mask_slices", "threshold_curve", "variability_histogram"]);
        job.Result.Summary[0].Rows.Should().Contain(row => row[0] == "particles" && row[1] == "600");
        MaskOverlap.Of(job.Mask, Body(difference, 0.5)).FractionOfSecond.Should().BeGreaterThan(0.8);
    }

    [Fact]
    public async Task Where_nothing_varies_no_mask_is_made()
    {
        using var phantom = PhantomRun.Of([("scenario", "homogeneous"), ("particles", "600"), ("snr", "0.3"), ("atoms", "800")]);
        using var job = Job(phantom);
        (await job.Refusal()).Should().Contain("NOTHING_VARIES").And.Contain("5.0 are wanted");
    }

    [Fact]
    public async Task Without_a_right_scale_the_whole_molecule_seems_to_vary()
    {
        using var phantom = PhantomRun.Of([
            ("scenario", "homogeneous"), ("particles", "600"), ("snr", "0.3"), ("atoms", "800"),
            ("scale", "bimodal"), ("scale_in_metadata", "written")]);
        using var none = await Job(phantom).Set("per_particle_scale", "none").Run();
        MaskOverlap.Of(none.Mask, Body(phantom.StateMaps()[0], 0.3)).FractionOfSecond.Should().BeGreaterThan(0.5);
        foreach (var source in new[] { "optimal", "input" })
        {
            using var right = Job(phantom).Set("per_particle_scale", source);
            (await right.Refusal()).Should().Contain("NOTHING_VARIES");
        }
    }

    [Fact]
    public async Task Window_significance_peak_fraction_contrast_solvent_mask_and_excluded_regions_change_the_mask()
    {
        using var phantom = PhantomRun.Of(Compositional);
        using var job = await Job(phantom).Run();
        var mask = job.Mask;
        var solvent = TestMaps.Ball(32, 9, pixelSizeAngstrom: 6);
        foreach (var change in new Action<MaskJob>[]
        {
            changed => changed.Set("window_angstrom", "40"),
            changed => changed.Set("least_significance", "60").Set("peak_fraction", "0"),
            changed => changed.Set("peak_fraction", "0.6"),
            changed => changed.Set("threshold", "0.5").Set("threshold_kind", "fraction_of_maximum"),
            changed => changed.Set("dilate", "12 Å"),
            changed => changed.Set("particle_contrast", "bright"),
            changed => changed.WithMask("solvent", solvent),
        })
        {
            using var other = Job(phantom);
            change(other);
            (await other.Run()).Mask.Values.Should().NotEqual(mask.Values);
        }

        using var excluded = Job(phantom).WithMask("exclude", mask.WithValues(Array.ConvertAll(mask.Values, value => value > 0 ? 1f : 0)));
        excluded.Set("least_significance", "1").Set("dilate", "0 Å").Set("soft_edge", "0 Å");
        MaskOverlap.Of((await excluded.Run()).Mask, mask).FractionOfFirst.Should().Be(0);
    }

    [Fact]
    public async Task The_same_bits_come_from_any_number_of_threads()
    {
        using var phantom = PhantomRun.Of(Compositional);
        var masks = new List<float[]>();
        foreach (var threadCount in new[] { 1, 2 })
        {
            using var job = new MaskJob(new VariabilityMaskNode())
            {
                Context = new TestJobContext { Resources = new GrantedResources(threadCount, 2L << 30) },
            };
            job.Context.Connect("particles", phantom.Item("particles"));
            masks.Add((await job.Run()).Mask.Values);
        }

        masks[1].Should().Equal(masks[0]);
    }

    [Fact]
    public async Task Too_few_particles_and_masks_of_another_box_are_refused_before_the_run()
    {
        using var phantom = PhantomRun.Of();
        using var job = Job(phantom).WithMask("solvent", TestMaps.Ball(30, 5, 6)).WithMask("exclude", TestMaps.Ball(32, 5, 7));
        (await job.Refusal()).Should().Contain("24 particles; a variance needs at least 100")
            .And.Contain("solvent: box 30, but particles has box 32").And.Contain("exclude: pixel size 7 Å");
    }

    [SharedDataFact("data/gpcr64")]
    public async Task The_domain_that_comes_and_goes_is_found_in_simulated_particles_of_another_program()
    {
        var file = SharedData.Require("data/gpcr64/particles.cs");
        using var job = new MaskJob(new VariabilityMaskNode());
        job.Context.Connect("particles", new DataItem
        {
            Type = DataTypes.Particles,
            Slots = [.. ParticleInputs.PosedSlots.Select(slot => new DataSlot(slot, file))],
            Header = new DataHeader { Count = 4000, BoxPixels = 64, PixelSizeAngstrom = 3.2 },
            SearchRoots = [Path.GetDirectoryName(file)!],
        });
        await job.Run();
        var difference = Difference([Map("1_full_m34_64"), Map("4_noAHD_m34_64")]);
        Overlap(job, difference).Should().BeGreaterThan(0.7);
        var byHand = Map("focus_AHD");
        MaskOverlap.Of(job.Mask, byHand).FractionOfFirst.Should().BeGreaterThan(0.6);
        MaskOverlap.Of(Body(difference, 0.3), job.Mask).FractionOfFirst.Should().BeGreaterThan(0.9);

        static Volume Map(string name) => MrcVolumeReader.Read(SharedData.Require($"data/gpcr64/{name}.mrc"));
    }

    private static MaskJob Job(PhantomRun phantom)
    {
        var job = new MaskJob(new VariabilityMaskNode());
        job.Context.Connect("particles", phantom.Item("particles"));
        return job;
    }

    /// <summary>Share of the region where the states differ that the equally large most variable region covers.</summary>
    private static double Overlap(MaskJob job, Volume difference)
    {
        var region = Body(difference, 0.3);
        var variability = VolumeInputs.Read("variability", job.Result.Outputs["variability"].Single());
        var count = region.Values.Count(value => value > 0);
        var threshold = variability.Values.OrderDescending().ElementAt(count - 1);
        var found = variability.WithValues(Array.ConvertAll(variability.Values, value => value >= threshold ? 1f : 0));
        return MaskOverlap.Of(region, found).FractionOfFirst;
    }

    /// <summary>Size of the difference of two states at 15 Å, where masks are made.</summary>
    private static Volume Difference(Volume[] states)
    {
        var difference = states[0].WithValues([.. states[0].Values.Zip(states[1].Values, (first, second) => first - second)]);
        var smooth = FourierFilter.LowPass(difference, Math.Max(15, 2.5 * difference.PixelSizeAngstrom), 2);
        return smooth.WithValues(Array.ConvertAll(smooth.Values, Math.Abs));
    }

    private static Volume Body(Volume map, double fraction)
    {
        var threshold = fraction * map.Values.Max();
        return map.WithValues(Array.ConvertAll(map.Values, value => value >= threshold ? 1f : 0));
    }
}
