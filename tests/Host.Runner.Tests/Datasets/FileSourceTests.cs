using System.Globalization;
using System.Reflection;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Runner.Datasets;
using Host.Runner.Workflows;
using Testing;

namespace Host.Runner.Tests.Datasets;

public sealed class FileSourceTests : IDisposable
{
    private readonly Project _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("mask", "mask")]
    [InlineData("volume", "map")]
    public void A_map_or_mask_is_offered_under_the_name_of_its_type(string type, string slot)
    {
        var path = _project.Map("vsd4.mrc", box: 10, pixelSize: 1.5);

        var contents = Project.Read(SourceKind.File, ("path", path), ("type", type));

        contents.Diagnostics.Should().BeEmpty();
        var item = contents.Outputs.Should().ContainSingle().Subject;
        item.Key.Should().Be(type);
        item.Value.Type.Should().Be(type);
        item.Value.Slots.Should().Equal(new DataSlot(slot, path));
        item.Value.Header.Should().Be(new DataHeader { BoxPixels = 10, PixelSizeAngstrom = 1.5 });
    }

    [Theory]
    [InlineData("particles.star")]
    [InlineData("particles.cs")]
    [InlineData("particles.csg")]
    public void Particles_are_told_apart_by_their_file(string name)
    {
        _project.Stack("stack.mrcs", 3);
        _project.Star("particles.star", "stack.mrcs");
        _project.Cs("particles.cs", Project.Refinement(">stack.mrcs"));
        _project.ParticleGroup("particles.csg", "particles.cs");

        var contents = Project.Read(SourceKind.File, ("path", _project.File(name)), ("type", "particles"));

        contents.Diagnostics.Should().BeEmpty();
        contents.Outputs["particles"].Header.Should().Be(new DataHeader { Count = 3, BoxPixels = 8, PixelSizeAngstrom = 2 });
        contents.ImageFiles.Should().Equal(_project.File("stack.mrcs"));
    }

    [Fact]
    public void An_atomic_model_is_offered_when_its_atoms_can_be_read()
    {
        var path = _project.File("model.pdb");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "ATOM      1  N   ALA A   1      11.104   6.134  -6.504  1.00  0.00           N\n");
        var item = Project.Read(SourceKind.File, ("path", path), ("type", "model")).Outputs["model"];
        item.Type.Should().Be(DataTypes.Model);
        item.Slots.Should().Equal(new DataSlot("model", path));

        File.WriteAllText(path, "HEADER    EMPTY\n");
        var error = Project.SingleError(Project.Read(SourceKind.File, ("path", path), ("type", "model")));
        error.Message.Should().Contain("no atoms");
    }

    [Fact]
    public void A_map_that_is_shorter_than_its_header_says_is_an_error_before_anything_runs()
    {
        var path = _project.Map("map.mrc");
        using (var file = File.OpenWrite(path))
            file.SetLength(file.Length - 4);

        var error = Project.SingleError(Project.Read(SourceKind.File, ("path", path), ("type", "volume")));

        (error.Code, error.Target).Should().Be((SourceCodes.FileDamaged, "refine.path"));
        error.Message.Should().Contain(path).And.Contain("8 x 8 x 8").And.Contain("cut short");
    }

    [Fact]
    public void A_map_without_pixel_size_is_offered_with_a_remark()
    {
        var path = _project.Map("map.mrc");
        using (var file = File.OpenWrite(path))
        {
            file.Position = 40;
            file.Write(new byte[12]);
        }

        var contents = Project.Read(SourceKind.File, ("path", path), ("type", "volume"));

        contents.Outputs["volume"].Header.Should().Be(new DataHeader { BoxPixels = 8 });
        contents.Diagnostics.Should().Contain(found => found.Code == SourceCodes.Remark && found.Severity == DiagnosticSeverity.Warning);
    }

    [Fact]
    public void A_stack_is_no_volume()
    {
        var error = Project.SingleError(Project.Read(SourceKind.File, ("path", _project.Stack("stack.mrcs", 8)), ("type", "volume")));

        error.Message.Should().Contain("a volume is expected");
    }

    [Fact]
    public void Every_code_is_explained()
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "workflow.md"));
        var codes = new[] { typeof(SourceCodes), typeof(ExportCodes) };
        foreach (var field in codes.SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static)))
            page.Should().Contain($"### {field.GetRawConstantValue()}\n");
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Nothing_depends_on_the_users_country(string culture)
    {
        using var scope = new CultureScope(culture);
        CultureInfo.CurrentCulture.Name.Should().Be(culture);
        _project.Stack("stack.mrcs", 3);

        var contents = Project.Read(SourceKind.File, ("path", _project.Star("particles.star", "stack.mrcs")), ("type", "particles"));

        contents.Diagnostics.Should().BeEmpty();
        contents.Outputs["particles"].Header.PixelSizeAngstrom.Should().Be(2);
    }
}
