using Plugin.MaskTools;
using SingleParticle.Volumes;

namespace Plugins.Tests.MaskTools;

public class CombineMasksNodeTests
{
    private const int Box = 24;
    private static readonly Volume Left = TestMaps.Ball(Box, 5, at: (-2, 0, 0));
    private static readonly Volume Right = TestMaps.Ball(Box, 5, at: (2, 0, 0));

    [Theory]
    [InlineData("and", 0, 1, 0)]
    [InlineData("or", 1, 1, 1)]
    [InlineData("minus", 1, 0, 0)]
    [InlineData("xor", 1, 0, 1)]
    [InlineData("matched_complement", 1, 0, 0)]
    public async Task Two_balls_are_combined_as_asked(string operation, float onlyLeft, float both, float onlyRight)
    {
        using var job = await Combine(operation, Left, Right).Run();
        (AlongX(job.Mask, -6), AlongX(job.Mask, 0), AlongX(job.Mask, 6)).Should().Be((onlyLeft, both, onlyRight));
    }

    [Fact]
    public async Task Soft_edges_are_kept_unless_new_ones_are_wanted()
    {
        var soft = Left.WithValues(Array.ConvertAll(Left.Values, value => value * 0.75f));
        using var kept = await Combine("not", soft).Run();
        AlongX(kept.Mask, -2).Should().Be(0.25f);
        using var renewed = await Combine("or", soft, soft).Set("edges", "renew").Set("dilate", "1 px").Set("soft_edge", "4 px").Run();
        AlongX(renewed.Mask, 4).Should().Be(1);
        AlongX(renewed.Mask, 6).Should().BeApproximately(0.5f, 1e-6f);
    }

    [Fact]
    public async Task The_table_tells_how_the_result_overlaps_with_each_mask()
    {
        using var job = await Combine("and", Left, Right).Run();
        var rows = job.Result.Summary.Single().Rows.ToDictionary(row => row[0], row => row[1]);
        rows["share inside mask 1, %"].Should().Be("100");
        double.Parse(rows["share of mask 2 inside it, %"]).Should().BeInRange(40, 60);
    }

    [Theory]
    [InlineData("not", 2, "2 connected, but 'not' takes exactly one")]
    [InlineData("minus", 1, "1 connected, but 'minus' takes two or more")]
    [InlineData("matched_complement", 1, "'matched_complement' takes two or more")]
    public async Task The_wrong_number_of_masks_is_refused_before_the_run(string operation, int count, string reason)
    {
        using var job = Combine(operation, [.. Enumerable.Repeat(Left, count)]);
        (await job.Refusal()).Should().Contain("MASK_COUNT").And.Contain(reason);
    }

    [Fact]
    public async Task Masks_of_another_box_or_pixel_size_are_refused_with_both()
    {
        using var job = Combine("or", Left, TestMaps.Ball(20, 5, pixelSizeAngstrom: 2.5));
        (await job.Refusal()).Should().Contain("box 20, but masks[1] has box 24").And.Contain("2.5 Å, but masks[1] has 2 Å");
    }

    [Fact]
    public async Task A_combination_with_nothing_in_it_is_refused()
    {
        using var job = Combine("and", Left, TestMaps.Ball(Box, 3, at: (8, 0, 0)));
        (await job.Refusal()).Should().Contain("EMPTY_RESULT").And.Contain("no voxel of the combination reaches 0.5");
    }

    [Fact]
    public async Task A_mask_above_one_is_cut_with_a_warning_and_a_map_in_its_place_is_refused()
    {
        var over = Left.WithValues(Array.ConvertAll(Left.Values, value => value * 1.2056f));
        using var cut = await Combine("or", over, Right).Run();
        cut.Mask.Values.Max().Should().Be(1);
        cut.Result.Diagnostics.Should().Contain(found => found.Code == "MASK_FILE" && found.Message.Contains("1.2056"));
        using var map = Combine("or", Left, Left.WithValues(Array.ConvertAll(Left.Values, value => value * 255)));
        (await map.Refusal()).Should().Contain("they run from 0 to 255, a mask's lie in [0, 1]");
        using var empty = Combine("or", Left, new Volume(Box, 2));
        (await empty.Refusal()).Should().Contain("EMPTY_MASK");
    }

    [Fact]
    public async Task Different_origins_are_noted()
    {
        using var job = await Combine("or", Left, new Volume(Box, 2, Right.Values) { OriginAngstrom = (8, 0, 0) }).Run();
        job.Result.Diagnostics.Should().Contain(found => found.Code == "ORIGIN_MISMATCH" && found.Message.Contains("(8, 0, 0)"));
    }

    private static MaskJob Combine(string operation, params Volume[] masks) =>
        new MaskJob(new CombineMasksNode()).WithMask("masks", masks).Set("operation", operation);

    private static float AlongX(Volume mask, int distance) => mask.Values[mask.IndexOf((Box / 2) + distance, Box / 2, Box / 2)];
}
