using System.Numerics;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Host.Runner.Datasets;
using Host.Runner.Workflows;
using SingleParticle.Formats;
using SingleParticle.Formats.Cs;
using SingleParticle.Formats.Mrc;
using SingleParticle.Formats.Star;
using SingleParticle.Particles;
using Testing;
using Testing.Particles;

namespace Host.Runner.Tests.Datasets;

public sealed class ExportTests : IDisposable
{
    private readonly Project _project = new();
    private readonly HashSet<string> _sourceFiles = [];

    public void Dispose() => _project.Dispose();

    [Fact]
    public void A_cs_export_reads_back_to_the_same_particles()
    {
        var before = Refinement();

        var files = Export(ExportKind.Cryosparc, "exports/good", before);

        files.Paths.Should().Equal(_project.File("exports/good/particles.cs"), _project.File("exports/good/particles.csg"));
        files.Diagnostics.Should().BeEmpty();
        var contents = Project.Read(SourceKind.Cryosparc, ("group", files.Paths[1]));
        contents.Diagnostics.Should().BeEmpty();
        var after = contents.Outputs["particles"];
        after.Slots.Select(slot => slot.Name).Should().BeEquivalentTo("blob", "ctf", "alignments3D", "motion");
        Project.Open(after).Should().BeEquivalentTo(Project.Open(before), options => options.Excluding(set => set.Table));
        CsReader.Read(files.Paths[0]).Find("motion/idx").Should().NotBeNull("unknown columns travel along");
    }

    [Fact]
    public void The_folder_of_an_export_is_a_job_folder_by_itself_wherever_it_is_read_from()
    {
        Export(ExportKind.Cryosparc, "exports/good", Refinement());

        var contents = Project.Read(SourceKind.Cryosparc, ("job", _project.File("exports/good")));

        contents.Outputs["particles"].Header.Should().Be(new DataHeader { Count = 3, BoxPixels = 8, PixelSizeAngstrom = 2 });
        contents.ImageFiles.Should().Equal(_project.File("J12/extract/stack.mrc"));
    }

    [Fact]
    public void A_star_export_reads_back_to_the_same_particles_with_their_identity_and_index()
    {
        _project.Stack("Extract/stack.mrcs", 3);
        var before = Project.ReadParticles(SourceKind.Relion, "star", _project.Star("job/run_data.star", "Extract/stack.mrcs"));

        var files = Export(ExportKind.Relion, "exports/good.star", before);

        files.Paths.Should().Equal(_project.File("exports/good.star"));
        var table = StarReader.Read(files.Paths[0]).Find("particles")!.Tables[0];
        table.Text(2, "rlnImageName").Should().Be("000003@../Extract/stack.mrcs");
        var after = Project.Read(SourceKind.Relion, ("star", files.Paths[0])).Outputs["particles"];
        Project.Open(after).Should().BeEquivalentTo(Project.Open(before), options => options.Excluding(set => set.Table));
        var note = files.Diagnostics.Should().ContainSingle().Subject;
        (note.Code, note.Severity, note.Target).Should().Be((ExportCodes.ImagePaths, DiagnosticSeverity.Note, "outputs.out"));
        note.Message.Should().Contain(_project.File("exports"));
    }

    [Fact]
    public void A_cs_set_exported_for_RELION_names_its_stacks_by_links_that_RELION_takes()
    {
        var before = Refinement();

        var files = Export(ExportKind.Relion, "exports/my good.star", before);

        var link = Directory.GetFiles(_project.File("exports/my_good_stacks")).Should().ContainSingle().Subject;
        Path.GetFileName(link).Should().MatchRegex("^stack_[0-9a-f]{8}\\.mrcs$");
        new FileInfo(link).LinkTarget.Should().Be(_project.File("J12/extract/stack.mrc"));
        StarReader.Read(files.Paths[0]).Find("particles")!.Tables[0].Text(0, "rlnImageName")
            .Should().Be("000001@my_good_stacks/" + Path.GetFileName(link));
        files.Diagnostics.Should().Contain(found => found.Code == ExportCodes.StackNames && found.Severity == DiagnosticSeverity.Note);
        files.Diagnostics.Should().Contain(found =>
            found.Code == ExportCodes.Conversion && found.Severity == DiagnosticSeverity.Warning && found.Message.Contains("dark"));
        files.Diagnostics.Should().NotContain(found => found.Message.Contains("make links that end in .mrcs"));
        var after = Project.Open(Project.Read(SourceKind.Relion, ("star", files.Paths[0])).Outputs["particles"]);
        ShouldAgree(after, Project.Open(before));
    }

    [Fact]
    public void Links_of_an_earlier_export_are_used_again()
    {
        var item = Refinement();
        Export(ExportKind.Relion, "exports/good.star", item);
        var links = Directory.GetFiles(_project.File("exports/good_stacks"));

        Export(ExportKind.Relion, "exports/good.star", item);

        Directory.GetFiles(_project.File("exports/good_stacks")).Should().Equal(links);
    }

    [Fact]
    public void A_star_set_exported_for_CryoSPARC_reads_back_to_the_same_particles()
    {
        _project.Stack("Extract/stack.mrcs", 3);
        var before = Project.ReadParticles(SourceKind.Relion, "star", _project.Star("job/run_data.star", "Extract/stack.mrcs"));

        var files = Export(ExportKind.Cryosparc, "exports/good", before);

        ShouldAgree(Project.Open(Project.Read(SourceKind.Cryosparc, ("group", files.Paths[1])).Outputs["particles"]), Project.Open(before));
        Project.Open(before).Particles.Select(particle => particle.HalfSet).Should().Equal(HalfSet.B, HalfSet.A, HalfSet.B);
    }

    [SharedDataTheory("data/smoke")]
    [InlineData(".cs", ExportKind.Cryosparc)]
    [InlineData(".cs", ExportKind.Relion)]
    [InlineData(".star", ExportKind.Cryosparc)]
    [InlineData(".star", ExportKind.Relion)]
    public void The_check_data_read_back_in_either_form(string extension, ExportKind kind)
    {
        var path = SharedData.Require("data/smoke/particles" + extension);
        var before = Project.Read(SourceKind.File, ("path", path), ("type", "particles")).Outputs["particles"];

        var files = Export(kind, kind == ExportKind.Relion ? "out/smoke.star" : "out", before);

        var file = kind == ExportKind.Relion ? files.Paths[0] : files.Paths[1];
        var after = Project.Read(SourceKind.File, ("path", file), ("type", "particles")).Outputs["particles"];
        ShouldAgree(Project.Open(after), Project.Open(before));
    }

    [Fact]
    public void A_slot_from_another_job_is_joined_into_the_export()
    {
        var refined = Refinement();
        var other = _project.Cs(
            "J45/ctf.cs", new CsFileBuilder().Uid(row => (ulong)(102 - row)).Ctf().Floats("ctf/df1_A", row => 20000 - row));
        var item = refined with { Slots = [.. refined.Slots.Where(slot => slot.Name != "ctf"), new DataSlot("ctf", other)] };

        var files = Export(ExportKind.Cryosparc, "exports/good", item);

        Project.Open(Project.Read(SourceKind.Cryosparc, ("group", files.Paths[1])).Outputs["particles"]).Particles
            .Select(particle => particle.DefocusUAngstrom).Should().Equal(19998, 19999, 20000);
    }

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

    [Fact]
    public void Files_of_an_earlier_export_that_are_not_part_of_this_one_are_named()
    {
        Export(ExportKind.Mrc, "exports/maps", Map("in/a", "class 1", 1), Map("in/b", "class 2", 2));

        var files = Export(ExportKind.Mrc, "exports/maps", Map("in/a", "class 1", 1));

        var warning = files.Diagnostics.Should().ContainSingle().Subject;
        (warning.Code, warning.Severity).Should().Be((ExportCodes.Leftovers, DiagnosticSeverity.Warning));
        warning.Message.Should().Contain("class_002.mrc, class_002_half_A.mrc, class_002_half_B.mrc").And.NotContain("class_001");
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
    public void Particles_of_classes_become_one_file_or_group_each()
    {
        var item = Refinement();
        var classes = new[] { item with { Label = "class 1" }, item with { Label = "class 2" } };

        Export(ExportKind.Relion, "exports/good.star", classes).Paths.Should().Equal(
            _project.File("exports/good_class_001.star"), _project.File("exports/good_class_002.star"));
        Export(ExportKind.Cryosparc, "exports/good", classes).Paths.Select(path => Path.GetFileName(path))
            .Should().Equal("particles_class_001.cs", "particles_class_001.csg", "particles_class_002.cs", "particles_class_002.csg");
    }

    [Fact]
    public void A_failing_export_leaves_nothing_behind()
    {
        var damaged = Map("in/b", "class 2", 2);
        using (var file = File.OpenWrite(damaged.PathOf("map_half_B")))
            file.SetLength(2000);

        foreach (var kind in new[] { ExportKind.Mrc, ExportKind.Cryosparc })
        {
            FluentActions.Invoking(() => Export(kind, "exports/deep/maps", Map("in/a", "class 1", 1), damaged))
                .Should().Throw<DataFileException>();
        }

        Directory.Exists(_project.File("exports")).Should().BeFalse();
    }

    [Fact]
    public void Links_made_for_an_export_that_fails_are_taken_back()
    {
        var good = Refinement();
        var lost = _project.Cs("J43/particles.cs", Project.Refinement("J12/extract/gone.mrc"));
        var damaged = good with { Label = "class 2", Slots = [.. good.Slots.Select(slot => slot with { Path = lost })] };

        FluentActions.Invoking(() => Export(ExportKind.Relion, "exports/good.star", good with { Label = "class 1" }, damaged))
            .Should().Throw<JobFailedException>().Which.Diagnostics
            .Should().Contain(found => found.Message.Contains("J12/extract/gone.mrc"));

        Directory.Exists(_project.File("exports")).Should().BeFalse();
    }

    [Fact]
    public void A_failing_export_leaves_an_earlier_one_as_it_was()
    {
        var item = Refinement();
        Export(ExportKind.Relion, "exports/good.star", item with { Label = "class 1" }, item with { Label = "class 2" });
        var before = FilesBelow("exports");
        File.Delete(_project.File("J12/extract/stack.mrc"));
        _project.Stack("J12/extract/stack.mrc", 1);

        var failure = FluentActions.Invoking(() => Export(ExportKind.Relion, "exports/good_class_001.star", item))
            .Should().Throw<JobFailedException>().Which;

        failure.Diagnostics.Should().Contain(found =>
            found.Code == ExportCodes.Particles && found.Target == "outputs.out" && found.Message.Contains("which holds 1"));
        FilesBelow("exports").Should().BeEquivalentTo(before);
    }

    [Fact]
    public void What_is_delivered_is_never_overwritten()
    {
        var map = Map("exports/maps/consensus", "", 1);
        var bytes = File.ReadAllBytes(map.PathOf("map"));

        FluentActions.Invoking(() => Export(ExportKind.Mrc, "exports/maps", output: "consensus", map)).Should().Throw<JobFailedException>()
            .Which.Diagnostics.Should().ContainSingle(found => found.Code == ExportCodes.PlaceTaken);

        File.ReadAllBytes(map.PathOf("map")).Should().Equal(bytes);
        Directory.GetFiles(_project.File("exports/maps")).Should().HaveCount(3);
    }

    [Fact]
    public void A_file_of_a_source_is_never_overwritten()
    {
        var item = Refinement();
        var source = _project.Star("job/run_data.star", "J12/extract/stack.mrc");
        var text = File.ReadAllText(source);
        _sourceFiles.Add(source);

        FluentActions.Invoking(() => Export(ExportKind.Relion, "job/run_data.star", item)).Should().Throw<JobFailedException>()
            .Which.Diagnostics.Should().ContainSingle(found => found.Code == ExportCodes.PlaceTaken);

        File.ReadAllText(source).Should().Be(text);
        Directory.GetFileSystemEntries(_project.File("job")).Should().Equal(source);
    }

    [Fact]
    public void A_folder_at_the_place_of_a_file_is_an_error()
    {
        var item = Refinement();
        Directory.CreateDirectory(_project.File("good.star"));

        FluentActions.Invoking(() => Export(ExportKind.Relion, "good.star", item)).Should().Throw<JobFailedException>()
            .Which.Diagnostics.Should().ContainSingle(found => found.Code == ExportCodes.PlaceTaken);
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

    /// <summary>Poses, shifts and CTF to float precision, everything else exactly.</summary>
    private static void ShouldAgree(ParticleSet found, ParticleSet expected)
    {
        found.Particles.Should().HaveCount(expected.Particles.Length);
        foreach (var (after, before) in found.Particles.Zip(expected.Particles))
        {
            (after.Uid, after.ImageIndex, after.HalfSet).Should().Be((before.Uid, before.ImageIndex, before.HalfSet));
            Vector3.Distance(after.RotationVectorRadians, before.RotationVectorRadians).Should().BeLessThan(2e-5f);
            Vector2.Distance(after.ShiftAngstrom, before.ShiftAngstrom).Should().BeLessThan(1e-5f);
            after.DefocusUAngstrom.Should().BeApproximately(before.DefocusUAngstrom, 2e-3f);
            after.DefocusVAngstrom.Should().BeApproximately(before.DefocusVAngstrom, 2e-3f);
            after.DefocusAngleRadians.Should().BeApproximately(before.DefocusAngleRadians, 1e-6f);
            after.PhaseShiftRadians.Should().BeApproximately(before.PhaseShiftRadians, 1e-6f);
            after.Scale.Should().Be(before.Scale);
        }

        foreach (var (after, before) in found.Particles.Zip(expected.Particles))
        {
            var (group, wanted) = (found.OpticsGroups[after.OpticsGroupIndex], expected.OpticsGroups[before.OpticsGroupIndex]);
            (group.BoxPixels, group.VoltageKv, group.ContrastSign).Should().Be((wanted.BoxPixels, wanted.VoltageKv, wanted.ContrastSign));
            group.PixelSizeAngstrom.Should().BeApproximately(wanted.PixelSizeAngstrom, 1e-6);
            group.SphericalAberrationMm.Should().BeApproximately(wanted.SphericalAberrationMm, 1e-6);
            group.AnisotropicMagnification.Zip(wanted.AnisotropicMagnification)
                .Should().OnlyContain(pair => Math.Abs(pair.First - pair.Second) < 1e-6);
        }
    }

    private ExportedFiles Export(ExportKind kind, string path, params DataItem[] items) => Export(kind, path, "particles", items);

    private ExportedFiles Export(ExportKind kind, string path, string output, params DataItem[] items)
    {
        var place = new SourceLocation(9, 3);
        var export = new ResolvedExport("out", new DataReference("step", output, place), kind, _project.File(path), place);
        return new Exporter().Export(export, items, _sourceFiles);
    }

    private Dictionary<string, string> FilesBelow(string folder) =>
        Directory.GetFiles(_project.File(folder), "*", SearchOption.AllDirectories)
            .ToDictionary(path => path, path => new FileInfo(path).LinkTarget ?? File.ReadAllText(path));

    private DataItem Refinement()
    {
        _project.Stack("J12/extract/stack.mrc", 3);
        var file = _project.Cs("J42/particles.cs", Project.Refinement("J12/extract/stack.mrc"));
        return Project.Read(SourceKind.Cryosparc, ("particles", file)).Outputs["particles"];
    }

    private DataItem Map(string name, string label, float value) => new()
    {
        Type = DataTypes.Volume,
        Label = label,
        Header = new DataHeader { BoxPixels = Project.Box, PixelSizeAngstrom = Project.PixelSize },
        Slots =
        [
            new DataSlot("map", _project.Map(name + ".mrc", value: value)),
            new DataSlot("map_half_A", _project.Map(name + "_half_A.mrc", value: value + 10)),
            new DataSlot("map_half_B", _project.Map(name + "_half_B.mrc", value: value + 20)),
        ],
    };
}
