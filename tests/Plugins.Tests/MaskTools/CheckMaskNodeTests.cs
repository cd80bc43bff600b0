using Host.Abstractions.Planning;
using Plugin.MaskTools;
using SingleParticle.Masks;
using SingleParticle.Volumes;

namespace Plugins.Tests.MaskTools;

public class CheckMaskNodeTests
{
    private const int Box = 32;

    [Fact]
    public async Task A_good_mask_passes_and_is_handed_on_unchanged()
    {
        var mask = Soft(5, 5);
        using var job = await Check(mask).WithMap("volume", TestMaps.Ball(Box, 5)).Set("least_coverage_percent", "99").Run();
        job.Result.Diagnostics.Should().BeEmpty();
        job.Mask.Values.Should().Equal(mask.Values);
        var csv = await File.ReadAllTextAsync(job.Result.Outputs["measures"].Single().PathOf("table"));
        csv.Should().StartWith("quantity,value\n").And.Contain("islands,1\n").And.Contain("\"soft edge found, Å\",10\n");
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once()
    {
        var two = TestMaps.Of(Box, 2, (x, y, z) => TestMaps.Radius(x, y, z) <= 4 || x < -13 ? 1.2 : 0);
        using var job = await Check(two).WithMask("within", Soft(6, 4)).Run();
        job.Result.Diagnostics.Select(found => found.Code)
            .Should().BeEquivalentTo("MASK_FILE", "HARD_EDGE", "ISLANDS", "TOUCHES_BOX", "OUTSIDE_WITHIN");
        job.Result.Diagnostics.Should().OnlyContain(found => found.Severity == DiagnosticSeverity.Warning);
    }

    [Fact]
    public async Task On_request_a_bad_mask_stops_the_workflow()
    {
        using var job = Check(TestMaps.Ball(Box, 5)).Set("on_problem", "fail");
        (await job.Refusal()).Should().Contain("HARD_EDGE").And.Contain("use a wider soft edge");
    }

    [Theory]
    [InlineData("narrowest_edge", "12 Å", true)]
    [InlineData("narrowest_edge", "4 px", false)]
    [InlineData("resolution_angstrom", "1.8", false)]
    [InlineData("resolution_angstrom", "2.5", true)]
    public async Task The_edge_is_held_against_what_is_wanted(string parameter, string value, bool isTooNarrow)
    {
        using var job = await Check(Soft(5, 5)).Set(parameter, value).Run();
        job.Result.Diagnostics.Any(found => found.Code == "HARD_EDGE").Should().Be(isTooNarrow);
    }

    [Fact]
    public async Task A_solvent_mask_that_leaves_density_outside_is_told_when_coverage_is_asked_for()
    {
        var map = TestMaps.Ball(Box, 8);
        using var silent = await Check(Soft(4, 4)).WithMap("volume", map).Run();
        using var asked = await Check(Soft(4, 4)).WithMap("volume", map).Set("least_coverage_percent", "80").Run();
        silent.Result.Diagnostics.Should().BeEmpty();
        asked.Result.Diagnostics.Should()
            .ContainSingle(found => found.Code == "MAP_OUTSIDE_MASK" && found.Message.Contains("80 % are wanted"));
    }

    [Fact]
    public async Task How_much_of_a_focus_mask_lies_within_the_solvent_mask_is_judged_and_tabled()
    {
        var focus = Soft(3, 4, at: (6, 0, 0));
        using var job = await Check(focus).WithMask("within", Soft(5, 4)).Set("least_inside_percent", "30").Run();
        job.Result.Diagnostics.Should().BeEmpty();
        job.Result.Summary.Single().Rows.Should().Contain(row => row[0] == "share inside within, %");
        using var apart = await Check(Soft(2, 3, at: (9, 9, 9))).WithMask("within", Soft(2, 3, at: (-9, -9, -9))).Run();
        apart.Result.Diagnostics.Should().ContainSingle(found => found.Code == "MASKS_APART");
    }

    [Fact]
    public async Task Another_box_pixel_size_or_origin_is_told()
    {
        using var box = Check(Soft(5, 5)).WithMap("volume", TestMaps.Ball(30, 5));
        (await box.Refusal()).Should().Contain("box 32, but volume has box 30");
        using var size = Check(Soft(5, 5)).WithMask("within", TestMaps.Ball(Box, 5, pixelSizeAngstrom: 2.2));
        (await size.Refusal()).Should().Contain("2 Å, but within has 2.2 Å");
        var moved = new Volume(Box, 2, TestMaps.Ball(Box, 5).Values) { OriginAngstrom = (-32, -32, -32) };
        using var origin = await Check(Soft(5, 5)).WithMap("volume", moved).Run();
        origin.Result.Diagnostics.Should()
            .ContainSingle(found => found.Code == "ORIGIN_MISMATCH" && found.Severity == DiagnosticSeverity.Warning);
    }

    [Fact]
    public async Task An_empty_mask_is_refused()
    {
        using var job = Check(new Volume(Box, 2));
        (await job.Refusal()).Should().Contain("EMPTY_MASK").And.Contain("no voxel is above 0");
    }

    private static MaskJob Check(Volume mask) => new MaskJob(new CheckMaskNode()).WithMask("mask", mask);

    private static Volume Soft(double radius, double edge, (int X, int Y, int Z) at = default)
    {
        var ball = TestMaps.Ball(Box, radius, at: at);
        return SoftEdge.Create(MaskBody.AtLeast(ball.Values, 0.5), ball, 0, edge, 1);
    }
}
