using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Runner.Datasets;
using Host.Runner.Workflows;

namespace Host.Runner.Tests.Datasets;

public sealed class RelionSourceTests : IDisposable
{
    private readonly Project _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void Particles_whose_images_are_named_from_the_project_folder_are_found_from_the_job_folder()
    {
        _project.Stack("Extract/job012/Micrographs/målt.mrcs", 3);
        var star = _project.Star("Refine3D/job025/run_data.star", "Extract/job012/Micrographs/målt.mrcs");

        var contents = Project.Read(SourceKind.Relion, ("star", star));

        contents.Diagnostics.Should().BeEmpty();
        var particles = contents.Outputs["particles"];
        particles.Slots.Select(slot => slot.Name).Should().Equal("blob", "ctf", "alignments3D");
        particles.Slots.Should().OnlyContain(slot => slot.Path == star);
        particles.Header.Should().Be(new DataHeader { Count = 3, BoxPixels = 8, PixelSizeAngstrom = 2 });
        particles.SearchRoots.Take(3).Should().Equal(_project.File("Refine3D/job025"), _project.File("Refine3D"), _project.Root);
        contents.ImageFiles.Should().Equal(_project.File("Extract/job012/Micrographs/målt.mrcs"));
    }

    [Fact]
    public void An_explicit_root_comes_before_the_files_own_folder()
    {
        _project.Stack("job/stack.mrcs", 3);
        var meant = _project.Stack("root/stack.mrcs", 3);
        var star = _project.Star("job/run_data.star", "stack.mrcs");

        Project.Read(SourceKind.Relion, ("star", star), ("root", _project.File("root"))).ImageFiles.Should().Equal(meant);
    }

    [Theory]
    [InlineData("run_class001.mrc", "run_half1_class001_unfil.mrc", "run_half2_class001_unfil.mrc")]
    [InlineData("consensus.mrc", "consensus_half_A.mrc", "consensus_half_B.mrc")]
    [InlineData("map.mrc", "map_half1.mrc", "map_half2.mrc")]
    public void Half_maps_beside_the_map_are_taken_along(string map, string halfA, string halfB)
    {
        _project.Stack("stack.mrcs", 3);
        foreach (var name in new[] { map, halfA, halfB })
            _project.Map("Refine3D/" + name);

        var star = _project.Star("Refine3D/run_data.star", "stack.mrcs");

        var contents = Project.Read(SourceKind.Relion, ("star", star), ("volume", _project.File("Refine3D/" + map)));

        contents.Diagnostics.Should().BeEmpty();
        contents.Outputs["volume"].Slots.Should().Equal(
            new DataSlot("map", _project.File("Refine3D/" + map)),
            new DataSlot("map_half_A", _project.File("Refine3D/" + halfA)),
            new DataSlot("map_half_B", _project.File("Refine3D/" + halfB)));
    }

    [Fact]
    public void Half_maps_on_another_grid_are_left_out_with_a_warning()
    {
        var map = _project.Map("map.mrc");
        _project.Map("map_half_A.mrc");
        _project.Map("map_half_B.mrc", box: 10);

        var contents = Project.Read(SourceKind.File, ("path", map), ("type", "volume"));

        contents.Outputs["volume"].Slots.Should().Equal(new DataSlot("map", map));
        var warning = contents.Diagnostics.Should().ContainSingle().Subject;
        (warning.Code, warning.Severity).Should().Be((SourceCodes.HalfMaps, DiagnosticSeverity.Warning));
        warning.Message.Should().Contain("map_half_B.mrc: box 10 of 2 Å, but the map has box 8 of 2 Å");
    }

    [Fact]
    public void Everything_wrong_with_the_particles_is_told_at_once()
    {
        _project.Stack("stack.mrcs", 2);
        var star = _project.Star("run_data.star", "stack.mrcs");
        File.WriteAllText(star, File.ReadAllText(star).Replace("16400 15800 33 10", "sixteen 15800 33 nan"));

        var contents = Project.Read(SourceKind.Relion, ("star", star));

        contents.Outputs.Should().BeEmpty();
        contents.Diagnostics.Should().HaveCount(3).And.OnlyContain(found =>
            found.Code == SourceCodes.Particles && found.Severity == DiagnosticSeverity.Error && found.Target == "refine.star");
        contents.Diagnostics.Select(found => found.Message).Should().Contain(message => message.Contains("rlnDefocusU"))
            .And.Contain(message => message.Contains("rlnAngleRot")).And.Contain(message => message.Contains("which holds 2"));
    }

    [Fact]
    public void An_image_stack_that_is_nowhere_is_an_error_that_says_where_it_was_looked_for()
    {
        var error = Project.SingleError(Project.Read(SourceKind.Relion, ("star", _project.Star("job/run_data.star", "Extract/gone.mrcs"))));

        error.Message.Should().Contain(_project.File("job/Extract/gone.mrcs")).And.Contain(_project.File("Extract/gone.mrcs"))
            .And.Contain("`root`");
    }

    [Fact]
    public void A_missing_file_is_an_error_with_the_name_that_was_probably_meant()
    {
        _project.Star("job/run_data.star", "stack.mrcs");

        var error = Project.SingleError(Project.Read(SourceKind.Relion, ("star", _project.File("job/run_dta.star"))));

        (error.Code, error.Hint).Should().Be((SourceCodes.FileMissing, "did you mean 'run_data.star'?"));
    }

    [Fact]
    public void A_cs_file_is_not_taken_for_a_star()
    {
        var file = _project.Cs("particles.cs", Project.Refinement("stack.mrcs"));

        Project.SingleError(Project.Read(SourceKind.Relion, ("star", file))).Code.Should().Be(SourceCodes.FileKind);
    }
}
