using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Runner.Datasets;
using Host.Runner.Workflows;
using SingleParticle.Formats.Cs;
using SingleParticle.Formats.Star;
using SingleParticle.Particles;
using Testing;
using Testing.Particles;

namespace Host.Runner.Tests.Datasets;

/// <summary>Particles delivered to CryoSPARC and RELION read back to the same particles.</summary>
public sealed class ParticleExportTests : ExportScene
{
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
    public void Particles_of_classes_become_one_file_or_group_each()
    {
        var item = Refinement();
        var classes = new[] { item with { Label = "class 1" }, item with { Label = "class 2" } };

        Export(ExportKind.Relion, "exports/good.star", classes).Paths.Should().Equal(
            _project.File("exports/good_class_001.star"), _project.File("exports/good_class_002.star"));
        Export(ExportKind.Cryosparc, "exports/good", classes).Paths.Select(path => Path.GetFileName(path))
            .Should().Equal("particles_class_001.cs", "particles_class_001.csg", "particles_class_002.cs", "particles_class_002.csg");
    }
}
