using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Plugin.MaskTools;
using SingleParticle.Formats.Mrc;
using SingleParticle.Masks;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Volumes;
using Testing;

namespace Plugins.Tests.MaskTools;

public class FocusMaskNodeTests
{
    private const int Box = 32;

    // Atoms of chains A and B, 10 Å on either side of (32, 32, 32), the centre of the box; a water and a ligand on the y axis.
    private const string Model = """
        ATOM      1  CA  ALA A   1      22.000  32.000  32.000  1.00  0.00           C
        ATOM      2  CA  ALA A   2      22.000  32.000  40.000  1.00  0.00           C
        ATOM      3  CA  ALA B   1      42.000  32.000  32.000  1.00  0.00           C
        HETATM    4  O   HOH B 301      32.000  50.000  32.000  1.00  0.00           O
        HETATM    5  C1  LIG B 302      32.000   4.000  32.000  1.00  0.00           C
        """;

    private static readonly Volume Map = TestMaps.Of(Box, 2, (x, y, z) => Math.Exp(-((x * x) + (y * y) + (z * z)) / 60.0));

    [Fact]
    public async Task A_segmentation_is_thresholded_on_its_own_grid()
    {
        using var job = await Focus().WithMap("volume", TestMaps.Ball(Box, 4, at: (6, 0, 0))).Set("lowpass_angstrom", "0").Run();
        (At(job, 10, 0, 0), At(job, 11, 0, 0), At(job, 0, 0, 0)).Should().Be((1, 0, 0));
        job.Context.Artifacts.Names.Should().Contain("threshold_curve");
    }

    [Fact]
    public async Task A_segmentation_on_another_grid_is_brought_to_that_of_the_reference()
    {
        using var job = Focus().WithMap("volume", TestMaps.Ball(40, 8, pixelSizeAngstrom: 1.5, at: (6, 0, 0)))
            .WithMap("reference", Map).Set("lowpass_angstrom", "0");
        (await job.Plan()).Outputs["mask"].Single().Header.Should().BeEquivalentTo(new { BoxPixels = Box, PixelSizeAngstrom = 2.0 });
        await job.Run();
        job.Mask.BoxVoxels.Should().Be(Box);
        (At(job, -1, 0, 0), At(job, 10, 0, 0), At(job, 12, 0, 0), At(job, -3, 0, 0)).Should().Be((1, 1, 0, 0));
    }

    [Theory]
    [InlineData("2", 0, 1, 0)]
    [InlineData("1, 3-4", 1, 0, 1)]
    public async Task Labels_of_a_label_field_are_chosen(string labels, float first, float second, float third)
    {
        var field = TestMaps.Of(Box, 2, (x, y, z) => Math.Max(Math.Abs(y), Math.Abs(z)) > 3 ? 0 : x switch
        {
            >= -10 and <= -6 => 1,
            >= -2 and <= 2 => 2,
            >= 6 and <= 10 => 4,
            _ => 0,
        });
        using var job = await Focus().WithMap("volume", field).Set("labels", labels).Run();
        (At(job, -8, 0, 0), At(job, 0, 0, 0), At(job, 8, 0, 0)).Should().Be((first, second, third));
        using var missing = Focus().WithMap("volume", field).Set("labels", "7");
        (await missing.Refusal()).Should().Contain("no voxel is labelled 7; the first labels found are 0, 1, 2, 4");
    }

    [Theory]
    [InlineData("all", "all", "no_water", "1111-1")]
    [InlineData("A", "all", "no_water", "11----")]
    [InlineData("A, B", "1", "no_water", "1-1---")]
    [InlineData("all", "A:2, B:300-302", "no_water", "-1---1")]
    [InlineData("B", "all", "all", "--1-11")]
    [InlineData("all", "all", "polymer", "111---")]
    public async Task Atoms_are_chosen_by_chain_residue_and_kind(string chains, string residues, string atoms, string expected)
    {
        using var job = await FromModel().Set("chains", chains).Set("residues", residues).Set("atoms", atoms).Run();
        (int X, int Y, int Z)[] places = [(-5, 0, 0), (-5, 0, 4), (5, 0, 0), (5, 0, 0), (0, 9, 0), (0, -14, 0)];
        for (var i = 0; i < places.Length; i++)
        {
            if (i != 3)
                At(job, places[i].X, places[i].Y, places[i].Z).Should().Be(expected[i] == '1' ? 1 : 0, $"of atom {i + 1}");
        }
    }

    [Theory]
    [InlineData("2", 0)]
    [InlineData("6", 1)]
    public async Task The_radius_around_atoms_counts(string radius, float expected)
    {
        using var job = await FromModel().Set("atom_radius_angstrom", radius).Set("chains", "B").Set("atoms", "polymer").Run();
        (At(job, 5, 0, 0), At(job, 7, 0, 0)).Should().Be((1, expected));
    }

    [Theory]
    [InlineData("header", 10)]
    [InlineData("box_corner", 5)]
    [InlineData("box_centre", 5)]
    public async Task A_model_is_placed_as_the_header_or_the_option_says(string placement, int x)
    {
        var map = new Volume(Box, 2, Map.Values) { OriginAngstrom = (-10, 0, 0) };
        var text = placement == "box_centre"
            ? "ATOM      1  CA  ALA A   1      10.000   0.000   0.000  1.00  0.00           C"
            : "ATOM      1  CA  ALA A   1      42.000  32.000  32.000  1.00  0.00           C";
        using var job = await FromModel(text, map).Set("model_placement", placement).Run();
        (At(job, x, 0, 0), At(job, x + 3, 0, 0)).Should().Be((1, 0));
    }

    [Fact]
    public async Task Starts_in_voxels_place_a_model_where_there_is_no_origin()
    {
        var map = new Volume(Box, 2, Map.Values) { StartVoxels = (-3, 0, 0) };
        using var job = await FromModel(Model, map).Set("chains", "B").Set("atoms", "polymer").Run();
        At(job, 8, 0, 0).Should().Be(1);
    }

    [Fact]
    public async Task A_model_outside_the_density_or_partly_outside_the_box_is_warned_of()
    {
        using var far = await FromModel().Set("chains", "B").Set("residues", "302").Run();
        far.Result.Diagnostics.Should().Contain(found => found.Code == "MODEL_OUTSIDE_DENSITY" && found.Message.Contains("only 0 %"));
        using var near = await FromModel().Set("atoms", "polymer").Run();
        near.Result.Diagnostics.Should().NotContain(found => found.Code == "MODEL_OUTSIDE_DENSITY");
        var moved = new Volume(Box, 2, Map.Values) { OriginAngstrom = (30, 0, 0) };
        using var partly = await FromModel(Model, moved).Set("atoms", "polymer").Run();
        partly.Result.Diagnostics.Should().Contain(found => found.Code == "MODEL_OUTSIDE_BOX" && found.Message.Contains("2 of 3 atoms"));
    }

    [Fact]
    public async Task A_model_with_no_atom_in_the_box_is_refused_with_both_places()
    {
        using var job = FromModel(Model, new Volume(Box, 2, Map.Values) { OriginAngstrom = (500, 0, 0) });
        (await job.Refusal()).Should().Contain("MODEL_OUTSIDE_BOX").And.Contain("none of 4 atoms")
            .And.Contain("(22, 4, 32) to (42, 32, 40) Å, those of the box from (500, 0, 0) to (562, 62, 62) Å");
    }

    [Theory]
    [InlineData("chains", "A, X", "no chain 'X'; it has A, B")]
    [InlineData("residues", "C:4", "no chain 'C'; it has A, B")]
    [InlineData("residues", "7", "no atom is left of 5; residues there run from 1 to 302")]
    [InlineData("residues", "9-4", "the range '9-4' runs backwards")]
    [InlineData("residues", "A:x", "'x' is not a whole number or a range")]
    public async Task Missing_chains_and_residues_are_refused_with_those_there_are(string parameter, string value, string reason)
    {
        using var job = FromModel().Set(parameter, value);
        (await job.Refusal()).Should().Contain(reason);
    }

    [Fact]
    public async Task A_damaged_model_is_refused_with_its_line()
    {
        using var job = FromModel("ATOM      1  CA  ALA A   1      2x.000  32.000  32.000", Map);
        (await job.Refusal()).Should().Contain("inputs.model").And.Contain("line 1").And.Contain("x coordinate");
    }

    [Theory]
    [InlineData("sphere", 4.9, 5.1)]
    [InlineData("shell", 4.9, 5.1)]
    [InlineData("cylinder", 2.9, 3.1)]
    [InlineData("box", 3.9, 4.1)]
    public async Task Shapes_have_the_size_and_place_they_are_given(string shape, double inside, double outside)
    {
        using var job = await Focus().WithMap("reference", Map).Set("source", "shape").Set("shape", shape)
            .Set("centre", "4, -2, 6").Set("radius", shape == "cylinder" ? "6 Å" : "5 px").Set("inner_radius", "2 px")
                .Set("height", "12 px")
            .Set("axis", "0, 1, 0").Set("edges", "8, 10, 12 px").Set("fill_holes", "false").Run();
        var mask = job.Mask;
        for (var i = 0; i < mask.Values.Length; i++)
        {
            var (x, y, z) = ((i % Box) - 16 - 2, (i / Box % Box) - 16 + 1, (i / (Box * Box)) - 16 - 3);
            var distance = shape switch
            {
                "cylinder" => Math.Abs(y) <= 6 ? Math.Sqrt((x * x) + (z * z)) : 99,
                "box" => Math.Max(Math.Abs(x), Math.Max(Math.Abs(y) * 0.8, Math.Abs(z) * 4 / 6.0)),
                _ => TestMaps.Radius(x, y, z),
            };
            var hole = shape is "shell" or "cylinder" ? 2 : 0;
            if (distance >= hole && distance <= inside)
                mask.Values[i].Should().Be(1);
            if (distance < hole || distance >= outside)
                mask.Values[i].Should().Be(0);
        }
    }

    [Fact]
    public async Task Dilation_and_edge_go_around_a_shape()
    {
        using var job = await Focus().WithMap("volume", Map).Set("source", "shape").Set("radius", "10 Å").Set("dilate", "4 Å")
            .Set("soft_edge", "8 Å").Run();
        (At(job, 7, 0, 0), At(job, 9, 0, 0), At(job, 11, 0, 0)).Should().Be((1, 0.5f, 0));
    }

    [Theory]
    [InlineData("centre", "1, 2", "three distances")]
    [InlineData("centre", "a, 2, 3", "three distances")]
    [InlineData("axis", "0, 0, 0", "0, 0, 0 is not a direction")]
    [InlineData("edges", "", "three distances")]
    [InlineData("centre", "900, 0, 0", "the shape holds no voxel of the box, 32 px of 2 Å")]
    public async Task A_shape_that_cannot_be_drawn_is_refused(string parameter, string value, string reason)
    {
        using var job = Focus().WithMap("reference", Map).Set("source", "shape").Set("shape", parameter == "axis" ? "cylinder" : "box")
            .Set(parameter, value);
        (await job.Refusal()).Should().Contain(reason);
    }

    [Theory]
    [InlineData("both", 1, 1)]
    [InlineData("more_in_first", 1, 0)]
    [InlineData("less_in_first", 0, 1)]
    public async Task The_difference_of_two_maps_is_found_whatever_their_scale(string sign, float gained, float lost)
    {
        // The second map is 7 times as strong and lacks the ball on the left, but has one on the right.
        var (left, right) = (TestMaps.Ball(Box, 2.5, at: (-6, 0, 0)), TestMaps.Ball(Box, 2.5, at: (6, 0, 0)));
        var first = Map.WithValues([.. Map.Values.Zip(left.Values, (map, ball) => (5 * map) + ball)]);
        var second = Map.WithValues([.. Map.Values.Zip(right.Values, (map, ball) => 7 * ((5 * map) + ball))]);
        using var job = await Focus().WithMap("volume", first).WithMap("other_volume", second).Set("lowpass_angstrom", "0")
            .Set("difference_sign", sign).Run();
        (At(job, -6, 0, 0), At(job, 6, 0, 0), At(job, 0, 0, 0)).Should().Be((gained, lost, 0));
    }

    [Fact]
    public async Task Maps_that_differ_by_noise_alone_are_refused_unless_a_threshold_is_given()
    {
        var random = new SingleParticle.Statistics.RandomStream(5);
        var (first, second) = (Noisy(), Noisy());
        using var job = Focus().WithMap("volume", first).WithMap("other_volume", second).WithMask("solvent", TestMaps.Ball(Box, 6))
            .Set("lowpass_angstrom", "0");
        (await job.Refusal()).Should().Contain("NO_DIFFERENCE").And.Contain("4 times the noise");
        job.Set("threshold", "0.2");
        (await job.Run()).Mask.Values.Should().Contain(1);

        Volume Noisy() => Map.WithValues(Array.ConvertAll(Map.Values, value => value + (float)(0.1 * random.NextGaussian())));
    }

    [Fact]
    public async Task What_lies_outside_the_solvent_mask_is_told_kept_or_cut()
    {
        var solvent = TestMaps.Of(Box, 2, (x, _, _) => x < 3 ? 1 : 0);
        using var kept = await Ball().WithMask("solvent", solvent).Run();
        At(kept, 4, 0, 0).Should().Be(1);
        kept.Result.Diagnostics.Should()
            .Contain(found => found.Code == "FOCUS_OUTSIDE_SOLVENT" && found.Severity == DiagnosticSeverity.Warning);
        kept.Result.Summary.Single().Rows.Should().Contain(row => row[0] == "share inside solvent, %");
        using var cut = await Ball().WithMask("solvent", solvent).Set("outside_solvent", "cut").Run();
        (At(cut, 4, 0, 0), At(cut, 2, 0, 0)).Should().Be((0, 1));
        using var apart = await Ball().WithMask("solvent", TestMaps.Ball(Box, 2, at: (-9, 0, 0))).Run();
        apart.Result.Diagnostics.Should().Contain(found => found.Code == "MASKS_APART");
        using var nothing = Ball().WithMask("solvent", TestMaps.Ball(Box, 2, at: (-9, 0, 0))).Set("outside_solvent", "cut");
        (await nothing.Refusal()).Should().Contain("EMPTY_RESULT").And.Contain("nothing is left inside");

        static MaskJob Ball() => Focus().WithMap("volume", TestMaps.Ball(Box, 5)).Set("lowpass_angstrom", "0");
    }

    [Fact]
    public async Task What_is_missing_or_not_used_is_told_before_the_run()
    {
        using var nothing = Focus().Set("source", "difference");
        (await nothing.Refusal()).Should()
            .Contain("inputs.volume").And.Contain("inputs.other_volume").And.Contain("the difference of two maps needs it");
        using var model = FromModel(Model, null);
        (await model.Refusal()).Should().Contain("nothing tells box and pixel size");
        using var unused = FromModel().Set("source", "segmentation");
        (await unused.Plan()).Diagnostics.Should().ContainSingle(found => found.Code == "INPUT_NOT_USED" && found.Target == "inputs.model");
        using var grids = Focus().WithMap("volume", Map).WithMap("other_volume", TestMaps.Ball(30, 4));
        (await grids.Refusal()).Should().Contain("other_volume: box 30, but volume has box 32");
        using var solvent = Focus().WithMap("volume", Map).WithMask("solvent", TestMaps.Ball(30, 4));
        (await solvent.Refusal()).Should().Contain("solvent: box 30, but the mask has box 32");
    }

    [SharedDataFact("fixtures/models/6272.pdb")]
    public async Task A_real_model_lies_in_the_density_of_its_map()
    {
        using var job = Focus();
        var path = SharedData.Require("fixtures/models/6272.mrc");
        var map = MrcVolumeReader.Read(path);
        job.Context.Connect("volume", VolumeInputs.WrittenMap(path, map));
        job.Context.Connect("model", Item(SharedData.Require("fixtures/models/6272.pdb")));
        await job.Run();
        job.Result.Diagnostics.Select(found => found.Code).Should().NotContain("MODEL_OUTSIDE_DENSITY").And.NotContain("MODEL_OUTSIDE_BOX");
        MapCoverage.Of(map, job.Mask).Should().BeGreaterThan(0.65);
        job.Set("model_placement", "box_centre");
        (await job.Run()).Result.Diagnostics.Select(found => found.Code).Should().Contain("MODEL_OUTSIDE_DENSITY");
    }

    private static MaskJob Focus() => new MaskJob(new FocusMaskNode()).Set("soft_edge", "0 Å");

    private static MaskJob FromModel() => FromModel(Model, Map);

    private static MaskJob FromModel(string model, Volume? map)
    {
        var job = Focus();
        File.WriteAllText(job.Context.File("model.pdb"), model);
        job.Context.Connect("model", Item(job.Context.File("model.pdb")));
        return map is null ? job : job.WithMap("volume", map);
    }

    private static DataItem Item(string path) => new() { Type = DataTypes.Model, Slots = [new DataSlot("model", path)] };

    private static float At(MaskJob job, int x, int y, int z) =>
        MathF.Round(job.Mask.Values[job.Mask.IndexOf((Box / 2) + x, (Box / 2) + y, (Box / 2) + z)], 5);
}
