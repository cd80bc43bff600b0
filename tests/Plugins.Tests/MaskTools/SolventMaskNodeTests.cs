using System.Text;
using Host.Abstractions.Planning;
using Plugin.MaskTools;
using SingleParticle.Volumes;

namespace Plugins.Tests.MaskTools;

public class SolventMaskNodeTests
{
    private const int Box = 32;

    [Fact]
    public async Task A_ball_is_masked_out_to_the_dilation_and_softened_over_the_edge()
    {
        using var job = await Solvent(TestMaps.Ball(Box, 5)).Set("dilate", "6 Å").Set("soft_edge", "4 px").Run();
        var mask = job.Mask;
        AlongX(mask, 5).Should().Be(1);
        AlongX(mask, 8).Should().Be(1);
        AlongX(mask, 9).Should().BeApproximately((float)(0.5 + (0.5 * Math.Cos(Math.PI / 4))), 1e-6f);
        AlongX(mask, 10).Should().BeApproximately(0.5f, 1e-6f);
        AlongX(mask, 12).Should().Be(0);
        mask.PixelSizeAngstrom.Should().Be(2);
    }

    [Fact]
    public async Task By_default_the_mask_is_one_to_ten_and_zero_from_twenty_Angstrom_around_a_fifth_of_the_maximum()
    {
        using var job = await new MaskJob(new SolventMaskNode()).WithMap("volume", TestMaps.Ball(Box, 4)).Set("lowpass_angstrom", "0")
            .Run();
        AlongX(job.Mask, 9).Should().Be(1);
        AlongX(job.Mask, 10).Should().BeInRange(0.5f, 0.99f);
        AlongX(job.Mask, 14).Should().Be(0);
    }

    [Theory]
    [InlineData("value", "0.75")]
    [InlineData("fraction_of_maximum", "0.75")]
    [InlineData("sigma", "1.6517")]
    [InlineData("enclosed_volume", "57224")]
    [InlineData("molecular_mass", "47.207")]
    public async Task The_threshold_is_read_as_its_kind_says(string kind, string threshold)
    {
        // Density 0.75 lies at 12 voxels from the centre of the cone; 7153 voxels are as near, 8 Å³ each.
        using var job = await Solvent(TestMaps.Cone(48)).Set("threshold_kind", kind).Set("threshold", threshold).Run();
        AlongX(job.Mask, 12).Should().Be(1);
        AlongX(job.Mask, 13).Should().Be(0);
        job.Mask.Values.Count(value => value == 1).Should().Be(7153);
    }

    [Fact]
    public async Task The_filtered_map_decides_and_not_its_noise()
    {
        var spike = TestMaps.Of(Box, 2, (x, y, z) => (x, y, z) == (9, 9, 9) ? 3 : TestMaps.Radius(x, y, z) <= 6 ? 1 : 0);
        using var rough = await Solvent(spike).Set("pieces", "all").Run();
        using var smooth = await Solvent(spike).Set("pieces", "all").Set("lowpass_angstrom", "15").Run();
        rough.Mask.Values[spike.IndexOf(25, 25, 25)].Should().Be(1);
        smooth.Mask.Values[spike.IndexOf(25, 25, 25)].Should().BeLessThan(1);
    }

    [Fact]
    public async Task A_hollow_is_filled_unless_told_otherwise()
    {
        var shell = TestMaps.Of(Box, 2, (x, y, z) => TestMaps.Radius(x, y, z) is > 4 and < 8 ? 1 : 0);
        using var filled = await Solvent(shell).Run();
        using var hollow = await Solvent(shell).Set("fill_holes", "false").Run();
        AlongX(filled.Mask, 0).Should().Be(1);
        AlongX(hollow.Mask, 0).Should().Be(0);
    }

    [Fact]
    public async Task A_large_piece_that_is_dropped_is_told_and_kept_on_request()
    {
        var two = TestMaps.Of(
            Box, 2, (x, y, z) => TestMaps.Radius(x, y, z) <= 5 || TestMaps.Radius(x - 11, y, z) <= 3 ? 1 : 0);
        using var largest = await Solvent(two).Run();
        using var all = await Solvent(two).Set("pieces", "all").Run();
        using var dusted = await Solvent(two).Set("pieces", "all").Set("dust_angstrom3", "1600").Run();
        AlongX(largest.Mask, 11).Should().Be(0);
        AlongX(all.Mask, 11).Should().Be(1);
        AlongX(dusted.Mask, 11).Should().Be(0);
        largest.Result.Diagnostics.Should().Contain(found => found.Code == "PIECE_DROPPED" && found.Message.Contains("24 %"));
        all.Result.Diagnostics.Should().Contain(found => found.Code == "ISLANDS" && found.Message.Contains("2 pieces"));
    }

    [Fact]
    public async Task The_automatic_edge_follows_the_resolution()
    {
        using var job = await Solvent(TestMaps.Ball(48, 4)).Set("soft_edge", "auto").Set("resolution_angstrom", "4").Set("dilate", "0 Å")
            .Run();
        AlongX(job.Mask, 13).Should().BePositive();
        AlongX(job.Mask, 14).Should().Be(0);
    }

    [Fact]
    public async Task An_inverted_mask_and_the_mask_add_up_to_one()
    {
        using var plain = await Solvent(TestMaps.Ball(Box, 5)).Set("soft_edge", "6 Å").Run();
        using var inverted = await Solvent(TestMaps.Ball(Box, 5)).Set("soft_edge", "6 Å").Set("invert", "true").Run();
        plain.Mask.Values.Zip(inverted.Mask.Values).Should().OnlyContain(pair => Math.Abs(pair.First + pair.Second - 1) < 1e-6f);
    }

    [Fact]
    public async Task Pictures_numbers_and_a_table_tell_what_was_made()
    {
        using var job = await Solvent(TestMaps.Ball(Box, 5)).Set("soft_edge", "10 Å").Run();
        job.Context.Artifacts.Names.Should().Equal("mask_projections", "mask_slices", "threshold_curve");
        job.Context.Artifacts["mask_slices"].NumbersCsv.Should().Contain("\"mask\",\"xz\",0,1,");
        Encoding.UTF8.GetString(job.Context.Artifacts["mask_slices"].Picture.Span).Should().Contain("through voxel 16, 16, 16");
        job.Context.Artifacts["threshold_curve"].NumbersCsv.Should().Contain("chosen,0.2");
        var rows = job.Result.Summary.Single().Rows.ToDictionary(row => row[0], row => row[1]);
        rows["islands"].Should().Be("1");
        rows["soft edge found, Å"].Should().Be("10");
        job.Result.Diagnostics.Should().BeEmpty();
    }

    [Fact]
    public async Task A_hard_edge_and_a_mask_at_the_faces_of_the_box_are_warned_of()
    {
        using var job = await Solvent(TestMaps.Ball(Box, 5)).Set("dilate", "12 px").Run();
        job.Result.Diagnostics.Select(found => (found.Code, found.Severity)).Should().BeEquivalentTo(
            [("HARD_EDGE", DiagnosticSeverity.Warning), ("TOUCHES_BOX", DiagnosticSeverity.Warning)]);
    }

    [Theory]
    [InlineData("threshold", "1.5", "no voxel reaches 1.5; the filtered map runs from 0 to 1")]
    [InlineData("threshold", "-1", "every voxel reaches -1")]
    [InlineData("dilate", "-20 Å", "nothing is left after shrinking by 10 voxels")]
    [InlineData("dust_angstrom3", "1000000", "all 1 pieces are smaller than the dust limit of 125000 voxels; the largest has 515")]
    public async Task A_result_without_a_voxel_is_refused_with_the_reason(string parameter, string value, string reason)
    {
        using var job = Solvent(TestMaps.Ball(Box, 5)).Set(parameter, value);
        (await job.Refusal()).Should().Contain($"params.{parameter}").And.Contain(reason);
    }

    [Theory]
    [InlineData("fraction_of_maximum", "1.5", "not a fraction of the maximum")]
    [InlineData("enclosed_volume", "-3", "not a volume")]
    [InlineData("enclosed_volume", "1e9", "cannot be enclosed")]
    [InlineData("molecular_mass", "0", "not a mass")]
    public async Task A_threshold_that_means_nothing_is_refused(string kind, string threshold, string reason)
    {
        using var job = Solvent(TestMaps.Ball(Box, 5)).Set("threshold_kind", kind).Set("threshold", threshold);
        (await job.Refusal()).Should().Contain("THRESHOLD_OUT_OF_RANGE").And.Contain(reason);
    }

    [Fact]
    public async Task Maps_without_positive_density_or_without_any_are_refused()
    {
        using var negative = Solvent(TestMaps.Of(Box, 2, (x, y, z) => -TestMaps.Radius(x, y, z)));
        (await negative.Refusal()).Should().Contain("protein is positive");
        using var flat = Solvent(new Volume(Box, 2));
        (await flat.Refusal()).Should().Contain("FLAT_MAP").And.Contain("every voxel is 0");
    }

    [Fact]
    public async Task The_mask_can_be_made_on_another_grid_as_promised()
    {
        using var job = Solvent(TestMaps.Ball(Box, 5)).Set("pixel_size_angstrom", "2.5").Set("box_pixels", "28");
        var promised = (await job.Plan()).Outputs["mask"].Single().Header;
        await job.Run();
        job.Result.Outputs["mask"].Single().Header.Should().Be(promised);
        job.Mask.BoxVoxels.Should().Be(28);
        job.Mask.PixelSizeAngstrom.Should().BeApproximately(2.5, 1e-6);
        AlongX(job.Mask, 4).Should().Be(1);
        AlongX(job.Mask, 5).Should().Be(0);
    }

    [Fact]
    public async Task Resampling_alone_keeps_the_physical_box()
    {
        using var job = Solvent(TestMaps.Ball(Box, 5)).Set("pixel_size_angstrom", "4");
        (await job.Plan()).Outputs["mask"].Single().Header.BoxPixels.Should().Be(16);
        (await job.Run()).Mask.BoxVoxels.Should().Be(16);
    }

    [Fact]
    public async Task The_compatible_convention_starts_the_edge_at_whole_voxels()
    {
        var ball = TestMaps.Ball(Box, 5);
        using var exact = await Solvent(ball).Set("dilate", "2.5 px").Set("soft_edge", "4 px").Run();
        using var relion = await Solvent(ball).Set("dilate", "2.5 px").Set("soft_edge", "4 px").Set("convention", "relion").Run();
        AlongX(exact.Mask, 8).Should().BeApproximately((float)(0.5 + (0.5 * Math.Cos(Math.PI * 0.5 / 4))), 1e-6f);
        AlongX(relion.Mask, 8).Should().BeApproximately((float)(0.5 + (0.5 * Math.Cos(Math.PI * 1 / 4))), 1e-6f);
    }

    [Fact]
    public async Task The_compatible_low_pass_is_a_cosine_of_two_shells_and_the_exact_one_a_Butterworth_filter()
    {
        // A wave of shell 5, amplitude 1: at the cut-off of 32 * 2 / 5 Å the cosine leaves 0.5 of it, the Butterworth filter 0.707.
        var wave = TestMaps.Of(Box, 2, (x, _, _) => Math.Cos(2 * Math.PI * 5 * x / Box));
        foreach (var (convention, height) in new[] { ("relion", 0.5), ("exact", Math.Sqrt(0.5)) })
        {
            using var job = await Solvent(wave).Set("lowpass_angstrom", "12.8").Set("convention", convention)
                .Set("pieces", "all").Set("threshold", $"{height - 0.01}").Run();
            using var higher = Solvent(wave).Set("lowpass_angstrom", "12.8").Set("convention", convention)
                .Set("pieces", "all").Set("threshold", $"{height + 0.01}");
            (await higher.Refusal()).Should().Contain("no voxel reaches");
        }
    }

    [Fact]
    public async Task A_map_that_is_no_cube_is_refused()
    {
        using var job = Solvent(TestMaps.Ball(Box, 5));
        // The header says 64 x 32 x 16: as many voxels, but no cube.
        using (var file = File.OpenWrite(job.Context.File("volume.mrc")))
        {
            byte[] size = [64, 0, 0, 0, 32, 0, 0, 0, 16, 0, 0, 0];
            file.Write(size);
            file.Position = 28;
            file.Write(size);
        }

        (await job.Refusal()).Should().Contain("inputs.volume").And.Contain("cub");
    }

    [Fact]
    public async Task Odd_boxes_are_masked_about_their_centre()
    {
        using var job = await Solvent(TestMaps.Ball(33, 5)).Set("lowpass_angstrom", "auto").Set("soft_edge", "6 Å").Run();
        job.Mask.BoxVoxels.Should().Be(33);
        job.Result.Summary.Single().Rows.Should().Contain(row => row[1] == "0, 0, 0");
    }

    [Fact]
    public async Task The_plan_promises_the_grid_of_the_map()
    {
        using var job = Solvent(TestMaps.Ball(Box, 5));
        var plan = await job.Plan();
        plan.Outputs["mask"].Single().Header.Should().BeEquivalentTo(new { BoxPixels = Box, PixelSizeAngstrom = 2.0 });
        plan.Resources.OutputBytes.Should().Be(4 * Box * Box * Box);
    }

    private static MaskJob Solvent(Volume map) => new MaskJob(new SolventMaskNode()).WithMap("volume", map)
        .Set("lowpass_angstrom", "0").Set("dilate", "0 Å").Set("soft_edge", "0 Å");

    private static float AlongX(Volume mask, int distance) =>
        mask.Values[mask.IndexOf((mask.BoxVoxels / 2) + distance, mask.BoxVoxels / 2, mask.BoxVoxels / 2)];
}
