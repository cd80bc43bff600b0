using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Runner.Datasets;
using Host.Runner.Workflows;
using Testing.Particles;

namespace Host.Runner.Tests.Datasets;

public sealed class CryosparcSourceTests : IDisposable
{
    private readonly Project _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void A_job_offers_particles_and_volume_of_its_groups_each_slot_with_the_file_that_holds_it()
    {
        RefinementJob();

        var contents = Project.Read(SourceKind.Cryosparc, ("job", _project.File("J42")));

        contents.Diagnostics.Should().BeEmpty();
        contents.Outputs.Keys.Should().BeEquivalentTo("particles", "volume");
        var particles = contents.Outputs["particles"];
        particles.Slots.Should().Equal(
            new DataSlot("alignments3D", _project.File("J42/J42_006_particles.cs")),
            new DataSlot("blob", _project.File("J42/J42_passthrough_particles.cs")),
            new DataSlot("ctf", _project.File("J42/J42_passthrough_particles.cs")));
        particles.Header.Should().Be(new DataHeader { Count = 3, BoxPixels = 8, PixelSizeAngstrom = 2 });
        contents.ImageFiles.Should().Equal(_project.File("J12/extract/stack.mrc"));
        var volume = contents.Outputs["volume"];
        volume.Header.Should().Be(new DataHeader { BoxPixels = 8, PixelSizeAngstrom = 2 });
        volume.Slots.Should().BeEquivalentTo(
            [
                new DataSlot("map", _project.File("J42/J42_006_volume_map.mrc")),
                new DataSlot("map_half_A", _project.File("J42/J42_006_volume_map_half_A.mrc")),
                new DataSlot("map_half_B", _project.File("J42/J42_006_volume_map_half_B.mrc")),
            ],
            options => options.WithStrictOrdering());
    }

    [Fact]
    public void What_a_job_offers_is_read_as_particles_joined_on_uid()
    {
        RefinementJob();
        var item = Project.Read(SourceKind.Cryosparc, ("job", _project.File("J42"))).Outputs["particles"];

        var set = Project.Open(item);

        set.Particles.Select(particle => particle.Uid).Should().Equal(100ul, 101ul, 102ul);
        set.ImageFiles.Should().Equal(_project.File("J12/extract/stack.mrc"));
    }

    [Fact]
    public void Image_paths_are_looked_for_under_the_root_then_beside_the_file_then_in_its_parents()
    {
        RefinementJob();
        Directory.CreateDirectory(_project.File("elsewhere"));

        var contents = Project.Read(SourceKind.Cryosparc, ("job", _project.File("J42")), ("root", _project.File("elsewhere")));

        contents.Outputs["particles"].SearchRoots.Take(3).Should().Equal(_project.File("elsewhere"), _project.File("J42"), _project.Root);
    }

    [Fact]
    public void Of_the_groups_of_a_classification_the_one_of_all_particles_is_taken_and_the_maps_are_named()
    {
        _project.Stack("stack.mrcs", 3);
        _project.Cs("J7/particles.cs", Project.Refinement("stack.mrcs"));
        _project.Group("J7/J7_particles_class_0.csg", "particles_class_0", "particle", ("blob", "J7/gone.cs"));
        _project.Group("J7/J7_particles_all_classes.csg", "particles_all_classes", "particle", ("blob", "J7/particles.cs"));
        _project.Group("J7/J7_volume_class_0.csg", "volume_class_0", "volume", ("map", "J7/gone.cs"));
        _project.Group("J7/J7_volume_class_1.csg", "volume_class_1", "volume", ("map", "J7/gone.cs"));

        var contents = Project.Read(SourceKind.Cryosparc, ("job", _project.File("J7")));

        contents.Outputs.Keys.Should().Equal("particles");
        contents.Outputs["particles"].PathOf("blob").Should().Be(_project.File("J7/particles.cs"));
        var note = contents.Diagnostics.Should().ContainSingle().Subject;
        (note.Code, note.Severity, note.Target).Should().Be((SourceCodes.GroupChoice, DiagnosticSeverity.Note, "refine.job"));
        note.Message.Should().Contain("volume_class_0 (J7_volume_class_0.csg)").And.Contain("volume_class_1").And.Contain("none is taken");
        note.Hint.Should().Contain("group");
    }

    [Fact]
    public void The_mask_of_a_refinement_is_called_mask_whatever_the_job_calls_it()
    {
        _project.Map("J42/mask.mrc");
        _project.MapSet("J42/mask.cs", "mask_refine", "J42/mask.mrc");
        _project.Group("J42/J42_mask.csg", "mask", "mask", ("mask_refine", "J42/mask.cs"));

        var contents = Project.Read(SourceKind.Cryosparc, ("group", _project.File("J42/J42_mask.csg")));

        contents.Diagnostics.Should().BeEmpty();
        contents.Outputs["mask"].Slots.Should().Equal(new DataSlot("mask", _project.File("J42/mask.mrc")));
    }

    [Fact]
    public void A_data_set_takes_from_its_passthrough_file_only_what_it_lacks()
    {
        _project.Stack("stack.mrcs", 3);
        _project.Cs("J42/particles.cs", new CsFileBuilder().Uid(row => (ulong)(100 + row)).Alignments());
        _project.Cs("J42/passthrough.cs", Project.Refinement("stack.mrcs"));

        var contents = Project.Read(
            SourceKind.Cryosparc, ("particles", _project.File("J42/particles.cs")), ("passthrough", _project.File("J42/passthrough.cs")));

        contents.Diagnostics.Should().BeEmpty();
        var particles = contents.Outputs["particles"];
        particles.PathOf("alignments3D").Should().Be(_project.File("J42/particles.cs"));
        particles.Slots.Where(slot => slot.Path == _project.File("J42/passthrough.cs")).Select(slot => slot.Name)
            .Should().Equal("blob", "ctf", "motion");
    }

    [Fact]
    public void A_missing_passthrough_file_is_an_error_that_names_it()
    {
        _project.Stack("stack.mrcs", 3);
        _project.Cs("J42/particles.cs", Project.Refinement("stack.mrcs"));
        _project.Write("J42/J42_passthrough_particles.cs", "");

        var error = Project.SingleError(Project.Read(
            SourceKind.Cryosparc,
            ("particles", _project.File("J42/particles.cs")),
            ("passthrough", _project.File("J42/J42_passthrouhg_particles.cs"))));

        (error.Code, error.Target).Should().Be((SourceCodes.FileMissing, "refine.passthrough"));
        error.Message.Should().Contain(_project.File("J42/J42_passthrouhg_particles.cs"));
        error.Hint.Should().Be("did you mean 'J42_passthrough_particles.cs'?");
    }

    [Fact]
    public void A_data_set_without_poses_is_offered_and_the_passthrough_files_beside_it_are_named()
    {
        _project.Stack("stack.mrcs", 3);
        _project.Cs("J45/particles.cs", new CsFileBuilder().Uid(row => (ulong)row).Blob("stack.mrcs").Ctf());
        _project.Cs("J45/J45_passthrough_particles.cs", new CsFileBuilder().Uid(row => (ulong)row).Alignments());

        var contents = Project.Read(SourceKind.Cryosparc, ("particles", _project.File("J45/particles.cs")));

        contents.Outputs["particles"].Slots.Select(slot => slot.Name).Should().Equal("blob", "ctf");
        var note = contents.Diagnostics.Should().ContainSingle().Subject;
        (note.Code, note.Severity).Should().Be((SourceCodes.SlotMissing, DiagnosticSeverity.Note));
        note.Message.Should().Contain("not alignments3D");
        note.Hint.Should().Contain("J45_passthrough_particles.cs").And.Contain("passthrough");
    }

    [Fact]
    public void A_group_whose_file_is_gone_or_lacks_a_slot_says_which()
    {
        _project.Stack("stack.mrcs", 3);
        _project.Cs("J42/particles.cs", Project.Refinement("stack.mrcs"));
        _project.Group(
            "J42/J42_particles.csg",
            "particles",
            "particle",
            ("blob", "J42/particles.cs"),
            ("location", "J42/particles.cs"),
            ("ctf", "J42/gone.cs"));

        var contents = Project.Read(SourceKind.Cryosparc, ("job", _project.File("J42")));

        contents.Outputs.Should().BeEmpty();
        contents.Diagnostics.Should().HaveCount(2).And.OnlyContain(found => found.Severity == DiagnosticSeverity.Error);
        contents.Diagnostics.Should().Contain(found => found.Code == SourceCodes.FileMissing && found.Message.Contains("J42/gone.cs"));
        contents.Diagnostics.Should().Contain(found => found.Code == SourceCodes.SlotMissing
            && found.Message.Contains("location is in it; it has blob, ctf, alignments3D, motion"));
    }

    [Fact]
    public void A_map_that_was_cleared_away_is_only_a_warning_because_nobody_may_need_it()
    {
        _project.MapSet("J42/map.cs", "map", "J42/gone.mrc");
        _project.Group("J42/J42_volume.csg", "volume", "volume", ("map", "J42/map.cs"));

        var contents = Project.Read(SourceKind.Cryosparc, ("job", _project.File("J42")));

        contents.Outputs.Should().BeEmpty();
        var warning = contents.Diagnostics.Should().ContainSingle().Subject;
        (warning.Code, warning.Severity).Should().Be((SourceCodes.FileMissing, DiagnosticSeverity.Warning));
        warning.Message.Should().Contain("J42/gone.mrc").And.Contain(_project.File("J42/map.cs"));
    }

    [Fact]
    public void Several_maps_in_one_group_are_refused_with_the_way_to_name_one()
    {
        _project.MapSet("J42/maps.cs", "map", "J42/map.mrc", rowCount: 4);
        _project.Group("J42/J42_volume.csg", "volume", "volume", ("map", "J42/maps.cs"));

        var contents = Project.Read(SourceKind.Cryosparc, ("job", _project.File("J42")));

        var warning = contents.Diagnostics.Should().ContainSingle().Subject;
        (warning.Code, warning.Severity).Should().Be((SourceCodes.SeveralMaps, DiagnosticSeverity.Warning));
        warning.Message.Should().Contain("4 maps");
        warning.Hint.Should().Contain("file: { path: ..., type: volume }");
    }

    [Fact]
    public void A_map_named_in_the_workflow_takes_the_place_of_the_jobs()
    {
        RefinementJob();
        _project.Map("sharp.mrc");

        var contents = Project.Read(SourceKind.Cryosparc, ("job", _project.File("J42")), ("volume", _project.File("sharp.mrc")));

        contents.Outputs["volume"].Slots.Should().Equal(new DataSlot("map", _project.File("sharp.mrc")));
    }

    [Theory]
    [InlineData("job", "J43", SourceCodes.FileMissing)]
    [InlineData("job", "J42/J42_006_particles.cs", SourceCodes.FileMissing)]
    [InlineData("job", "J12", SourceCodes.GroupChoice)]
    [InlineData("group", "J42/J42_006_particles.cs", SourceCodes.FileKind)]
    [InlineData("group", "J42/exposures.csg", SourceCodes.FileKind)]
    [InlineData("group", "J42", SourceCodes.FileMissing)]
    [InlineData("particles", "J42/J42_particles.csg", SourceCodes.FileDamaged)]
    [InlineData("particles", "J12/extract/stack.mrc", SourceCodes.FileDamaged)]
    public void Another_kind_of_file_or_folder_is_refused_by_name(string key, string path, string code)
    {
        RefinementJob();
        _project.Group("J42/exposures.csg", "exposures", "exposure", ("blob", "J42/x.cs"));

        var error = Project.SingleError(Project.Read(SourceKind.Cryosparc, (key, _project.File(path))));

        (error.Code, error.Target).Should().Be((code, "refine." + key));
        error.Message.Should().Contain(_project.File(path));
    }

    [Fact]
    public void A_job_without_particles_and_maps_says_what_it_has()
    {
        _project.Group("J2/J2_exposures.csg", "exposures", "exposure", ("micrograph_blob", "J2/x.cs"));

        var error = Project.SingleError(Project.Read(SourceKind.Cryosparc, ("job", _project.File("J2"))));

        (error.Code, error.Target).Should().Be((SourceCodes.GroupChoice, "refine.job"));
        error.Message.Should().Contain("type exposure");
    }

    [Fact]
    public void Zero_particles_are_an_error()
    {
        _project.Cs("J42/none.cs", Project.Refinement("stack.mrcs"), rowCount: 0);

        var error = Project.SingleError(Project.Read(SourceKind.Cryosparc, ("particles", _project.File("J42/none.cs"))));

        (error.Code, error.Message).Should().Be((SourceCodes.Particles, _project.File("J42/none.cs") + ": zero particles"));
    }

    [Fact]
    public void A_root_that_is_no_folder_is_an_error()
    {
        RefinementJob();

        var error = Project.SingleError(Project.Read(SourceKind.Cryosparc, ("job", _project.File("J42")), ("root", _project.File("CS-x"))));

        (error.Code, error.Target).Should().Be((SourceCodes.FileMissing, "refine.root"));
    }

    /// <summary>A refinement: new poses in its own file, images and CTF passed through, a map with its halves.</summary>
    private void RefinementJob()
    {
        _project.Stack("J12/extract/stack.mrc", 3);
        _project.Cs("J42/J42_006_particles.cs", new CsFileBuilder().Uid(row => (ulong)(102 - row)).Alignments());
        _project.Cs("J42/J42_passthrough_particles.cs", Project.Refinement("J12/extract/stack.mrc").Without("alignments3D"));
        _project.Group(
            "J42/J42_particles.csg",
            "particles",
            "particle",
            ("alignments3D", "J42/J42_006_particles.cs"),
            ("blob", "J42/J42_passthrough_particles.cs"),
            ("ctf", "J42/J42_passthrough_particles.cs"));
        var slots = new[] { "map", "map_half_A", "map_half_B" };
        foreach (var slot in slots)
        {
            _project.Map($"J42/J42_006_volume_{slot}.mrc");
            _project.MapSet($"J42/J42_006_volume_{slot}.cs", slot, $"J42/J42_006_volume_{slot}.mrc");
        }

        _project.Group("J42/J42_volume.csg", "volume", "volume", [.. slots.Select(slot => (slot, $"J42/J42_006_volume_{slot}.cs"))]);
    }
}
