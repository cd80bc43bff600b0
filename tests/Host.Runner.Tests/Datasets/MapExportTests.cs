using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Host.Runner.Datasets;
using Host.Runner.Workflows;
using SingleParticle.Formats.Cs;
using SingleParticle.Formats.Mrc;

namespace Host.Runner.Tests.Datasets;

/// <summary>Maps, masks and tables as they are delivered.</summary>
public sealed class MapExportTests : ExportScene
{
    [Fact]
    public void Maps_of_classes_are_numbered_as_their_labels_say_with_their_half_maps()
    {
        DataItem[] items = [Map("in/v1", "class 1", 1), Map("in/v3", "class 3", 3)];

        var files = Export(ExportKind.Mrc, "exports/maps", items);

        files.Paths.Select(path => Path.GetFileName(path)).Should().Equal(
            "class_001.mrc",
            "class_001_half_A.mrc",
            "class_001_half_B.mrc",
            "class_003.mrc",
            "class_003_half_A.mrc",
            "class_003_half_B.mrc");
        foreach (var (path, slot) in files.Paths.Zip(items.SelectMany(item => item.Slots)))
            File.ReadAllBytes(path).Should().Equal(File.ReadAllBytes(slot.Path));
        var again = Project.Read(SourceKind.File, ("path", files.Paths[3]), ("type", "volume"));
        again.Diagnostics.Should().BeEmpty();
        again.Outputs["volume"].Slots.Select(slot => slot.Path).Should().Equal(files.Paths.Skip(3));
    }

    [Fact]
    public void A_single_map_bears_the_name_of_the_output()
    {
        Export(ExportKind.Mrc, "exports/maps", output: "consensus", Map("in/v", "", 1)).Paths
            .Should().StartWith([_project.File("exports/maps/consensus.mrc")]);
    }

    [Fact]
    public void A_map_of_another_kind_is_written_anew_as_mrc()
    {
        var map = Path.Combine(AppContext.BaseDirectory, "Fixtures", "EMD-3197.map");
        var item = new DataItem { Type = DataTypes.Volume, Slots = [new DataSlot("map", map)] };

        var path = Export(ExportKind.Mrc, "exports/maps", output: "consensus", item).Paths.Should().ContainSingle().Subject;

        path.Should().Be(_project.File("exports/maps/consensus.mrc"));
        var (found, expected) = (MrcVolumeReader.Read(path), MrcVolumeReader.Read(map));
        found.Values.Should().Equal(expected.Values);
        found.PixelSizeAngstrom.Should().BeApproximately(expected.PixelSizeAngstrom, 1e-6);
    }

    [Theory]
    [InlineData("class 1", "volume_class_001")]
    [InlineData("", "volumes")]
    public void Maps_exported_for_CryoSPARC_are_read_back_as_a_group(string label, string name)
    {
        var files = Export(ExportKind.Cryosparc, "exports/maps", output: "volumes", Map("in/v", label, 1));

        files.Paths.Should().Contain(_project.File($"exports/maps/{name}.csg"));
        var contents = Project.Read(SourceKind.Cryosparc, ("group", _project.File($"exports/maps/{name}.csg")));
        contents.Diagnostics.Should().BeEmpty();
        contents.Outputs["volume"].Slots.Should().Equal(
            new DataSlot("map", _project.File($"exports/maps/{name}.mrc")),
            new DataSlot("map_half_A", _project.File($"exports/maps/{name}_half_A.mrc")),
            new DataSlot("map_half_B", _project.File($"exports/maps/{name}_half_B.mrc")));
        var set = CsReader.Read(_project.File($"exports/maps/{name}.cs"));
        CsField.Open(set, "map_half_A/path", CsFieldKind.Text).Text(0).Should().Be($">{name}_half_A.mrc");
        CsField.Open(set, "map/shape", CsFieldKind.Integer, 3).Integer(0, 2).Should().Be(8);
        ResultGroup.Read(_project.File($"exports/maps/{name}.csg")).Results.Should().OnlyContain(result => result.Type == "volume.blob");
    }

    [Fact]
    public void A_mask_exported_for_CryoSPARC_is_a_group_of_type_mask()
    {
        var item = new DataItem { Type = DataTypes.Mask, Slots = [new DataSlot("mask", _project.Map("in/mask.mrc"))] };

        Export(ExportKind.Cryosparc, "exports/masks", output: "mask", item);

        ResultGroup.Read(_project.File("exports/masks/mask.csg")).Type.Should().Be("mask");
        Project.Read(SourceKind.Cryosparc, ("job", _project.File("exports/masks"))).Outputs.Keys.Should().Equal("mask");
    }

    [Fact]
    public void A_report_is_copied()
    {
        var report = new DataItem { Type = DataTypes.Report, Slots = [new DataSlot("page", _project.Write("in.html", "<html/>"))] };

        var path = Export(ExportKind.Html, "exports/report.html", report).Paths.Should().ContainSingle().Subject;

        File.ReadAllText(path).Should().Be("<html/>");
    }

    [Fact]
    public void A_table_is_copied_and_several_are_refused()
    {
        var table = new DataItem { Type = DataTypes.Table, Slots = [new DataSlot("table", _project.Write("in.csv", "a,b\n1,2\n"))] };

        var path = Export(ExportKind.Csv, "exports/classes.csv", table).Paths.Should().ContainSingle().Subject;

        File.ReadAllText(path).Should().Be("a,b\n1,2\n");
        FluentActions.Invoking(() => Export(ExportKind.Csv, "exports/classes.csv", table, table)).Should().Throw<JobFailedException>()
            .Which.Diagnostics.Should().ContainSingle(found => found.Code == ExportCodes.SeveralItems);
    }
}
