using Host.Abstractions.Ports;
using Microsoft.Extensions.Logging;
using SingleParticle.Volumes;

namespace Plugins.Tests.ScaleOpt;

/// <summary>Bad input is refused in clear words.</summary>
public sealed class ScaleProblemTests : IDisposable
{
    private readonly ScaleScene _scene = new(new ScaleSceneSettings { Count = 60, MicrographCount = 0 });

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void A_plan_names_all_parameters_that_contradict_each_other_at_once()
    {
        var plan = new ScaleJob(_scene.Particles()).Set("folds", "3").Set("highpass_resolution_angstrom", "5")
            .Set("mask_near_angstrom", "30").Plan();
        plan.Diagnostics.Select(diagnostic => diagnostic.ToString()).Should().BeEquivalentTo(
            "ODD_FOLDS: params.folds: 3 parts cannot be shared by two half-sets; use an even number, or 1 for none",
            "NO_SHELLS_LEFT: params.highpass_resolution_angstrom: 5 Å is not coarser than the target, 6 Å; use a larger value, or "
                + "none",
            "MASK_DISTANCES: params.mask_far_angstrom: 20 Å is nearer than mask_near_angstrom, 30 Å; "
                + "the mask falls from 1 at near to 0 at far");
    }

    [Theory]
    [InlineData("volume", DataTypes.Volume)]
    [InlineData("mask", DataTypes.Mask)]
    [InlineData("focus_mask", DataTypes.Mask)]
    public void A_plan_sees_other_boxes_and_pixel_sizes_in_the_headers(string input, string type)
    {
        var item = new DataItem { Type = type, Slots = [], Header = new DataHeader { BoxPixels = 40, PixelSizeAngstrom = 3 } };
        new ScaleJob(_scene.Particles()).Connect(input, item).Plan().Diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.Target))
            .Should().Equal(("BOX_MISMATCH", $"inputs.{input}"), ("PIXEL_SIZE_MISMATCH", $"inputs.{input}"));
    }

    [Fact]
    public void A_map_of_another_box_is_refused()
    {
        var small = _scene.WriteMap("small.mrc", new Volume(16, 8));
        var failure = new ScaleJob(_scene.Particles()).Connect("volume", _scene.Volume(small)).Failure();
        (failure.Code, failure.Message).Should().Be(("BOX_MISMATCH", "box 16, but the particles have box 32"));
    }

    [Fact]
    public void An_empty_mask_is_refused()
    {
        var empty = _scene.Mask("empty.mrc", new Volume(ScaleScene.Box, ScaleScene.PixelSizeAngstrom));
        new ScaleJob(_scene.Particles()).Connect("mask", empty).Failure().Code.Should().Be("EMPTY_MASK");
    }

    [Theory]
    [InlineData("volume")]
    [InlineData("")]
    public void A_focus_mask_that_leaves_nothing_outside_is_refused(string withVolume)
    {
        var job = new ScaleJob(_scene.Particles()).Connect("focus_mask", _scene.Mask("all.mrc", ScaleScene.Ball(15)));
        if (withVolume.Length > 0)
            job.Connect("volume", _scene.Volume());
        var failure = job.Failure();
        (failure.Code, failure.Target).Should().Be(("FOCUS_COVERS_ALL", "inputs.focus_mask"));
        failure.Message.Should().MatchRegex("^only [0-9]+ % of the solvent mask lies outside the focus mask$");
    }

    [Fact]
    public void Particles_that_do_not_tell_their_micrograph_cannot_share_scales_by_it()
    {
        var failure = new ScaleJob(_scene.Particles()).Connect("volume", _scene.Volume()).Set("level", "micrograph").Failure();
        (failure.Code, failure.Target).Should().Be(("NO_MICROGRAPHS", "params.level"));
        failure.Hint.Should().Contain("name their micrograph");
    }

    [Fact]
    public void Particles_of_one_half_set_are_dealt_out_anew()
    {
        using var scene = new ScaleScene(new ScaleSceneSettings { Count = 100, Noise = 2, HalfSetOf = _ => 1 });
        new ScaleJob(scene.Particles()).Run((context, _) => context.Log.AtLeast(LogLevel.Warning)
            .Should().Contain("all particles are in half-set A; half-sets were drawn anew")).Scale.Should().HaveCount(100);
    }

    [Fact]
    public void A_point_group_that_does_not_exist_is_refused_at_planning()
    {
        var diagnostic = new ScaleJob(_scene.Particles()).Set("symmetry", "Q7").Plan().Diagnostics.Should().ContainSingle().Subject;
        (diagnostic.Code, diagnostic.Target, diagnostic.Message).Should().Be(("SYMMETRY", "params.symmetry", "'Q7' is no point group"));
    }

    [Fact]
    public void A_map_of_the_wrong_sign_leaves_no_particle()
    {
        using var scene = new ScaleScene(new ScaleSceneSettings { Count = 60, Noise = 1 });
        var negative = scene.WriteMap("negative.mrc", scene.Map.WithValues([.. scene.Map.Values.Select(value => -value)]));
        var failure = new ScaleJob(scene.Particles()).Connect("volume", scene.Volume(negative)).Failure();
        failure.Code.Should().Be("NO_POSITIVE_SCALE");
        failure.Hint.Should().Contain("sign of the map");
    }

    [Fact]
    public void Half_maps_are_of_no_use_when_particles_do_not_tell_their_half()
    {
        var map = _scene.Volume();
        var withHalves = map with
        {
            Slots = [.. map.Slots, new DataSlot("map_half_A", _scene.MapPath), new DataSlot("map_half_B", _scene.MapPath)],
        };
        var result = new ScaleJob(_scene.Particles()).Connect("volume", withHalves).Run();
        result.Find("HALF_SETS_UNKNOWN")!.Message.Should().Contain("particles do not tell their half-set");
    }
}
