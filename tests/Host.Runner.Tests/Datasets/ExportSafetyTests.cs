using Host.Abstractions.Planning;
using Host.Abstractions.Running;
using Host.Runner.Datasets;
using Host.Runner.Workflows;
using SingleParticle.Formats;

namespace Host.Runner.Tests.Datasets;

/// <summary>A delivery is whole or not there, and never at the cost of other files.</summary>
public sealed class ExportSafetyTests : ExportScene
{
    [Fact]
    public void Files_of_an_earlier_export_that_are_not_part_of_this_one_are_named()
    {
        Export(ExportKind.Mrc, "exports/maps", Map("in/a", "class 1", 1), Map("in/b", "class 2", 2));

        var files = Export(ExportKind.Mrc, "exports/maps", Map("in/a", "class 1", 1));

        var warning = files.Diagnostics.Should().ContainSingle().Subject;
        (warning.Code, warning.Severity).Should().Be((ExportCodes.Leftovers, DiagnosticSeverity.Warning));
        warning.Message.Should().Contain("class_002.mrc, class_002_half_A.mrc, class_002_half_B.mrc").And.NotContain("class_001");
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
}
