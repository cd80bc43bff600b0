using Host.Runner.Workflows;
using Testing;

namespace Host.Runner.Tests.Workflows;

public sealed class WorkflowReaderTests
{
    [Fact]
    public void Resolves_the_whole_language()
    {
        var workflow = Reading.Resolve(Reading.Valid);

        workflow.Name.Should().Be("nav17");
        workflow.Sources.Select(source => source.Kind).Should().Equal(SourceKind.Cryosparc, SourceKind.Relion, SourceKind.File);
        workflow.Steps.Select(step => step.Name).Should().Equal("solvent", "classify", "good");
        var classify = workflow.Steps[1];
        classify.PluginId.Should().Be("Plugin.Classes");
        classify.Seed.Should().Be(7);
        classify.Parameters.Select(value => (value.Name, value.Value, value.Origin)).Should().Equal(
            ("classes", "10", "params.classes"),
            ("target_resolution_angstrom", "6", "flow.yaml(17,68)"),
            ("per_particle_scale", "input", "flow.yaml(17,93)"),
            ("force_hard", "false", "default"),
            ("note", "", "default"));
        var particles = classify.Inputs["particles"].Single();
        (particles.Origin, particles.Output).Should().Be(("refine", "particles"));
        particles.SlotOverrides["ctf"].Origin.Should().Be("gctf");
        workflow.Steps[0].Parameters.Select(value => value.Value).Should().Equal("auto", "8 Å", "12 Å");
        workflow.Exports.Select(export => export.Kind)
            .Should().Equal(ExportKind.Cryosparc, ExportKind.Relion, ExportKind.Mrc, ExportKind.Csv);
    }

    [Fact]
    public void Takes_sources_relative_to_the_file_and_outputs_relative_to_the_current_folder()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("sub/flow.yaml", Reading.Valid);

        var workflow = WorkflowReader.ReadFile(path, TestNodes.Table, new WorkflowOptions { OutputFolder = folder.File("here") }).Workflow!;

        workflow.FilePath.Should().Be(path);
        workflow.Sources[0].Settings["job"].Should().Be(folder.File("sub/data/J42"));
        workflow.Sources[1].Settings["root"].Should().Be("/data");
        workflow.Sources[2].Settings["type"].Should().Be("volume");
        workflow.Exports[1].Path.Should().Be(folder.File("here/exports/10.star"));
    }

    [Fact]
    public void Accepts_a_parameter_by_canonical_name_alias_and_name_without_unit()
    {
        foreach (var name in new[] { "target_resolution", "target_resolution_angstrom" })
            ValueOf($"{name}: 0.8 nm", "target_resolution_angstrom").Should().Be("8");
        ValueOf("class3D_N_K: 4", "classes").Should().Be("4");
    }

    [Theory]
    [InlineData("note: no", "note", "no")]
    [InlineData("note: ~", "note", "~")]
    [InlineData("note: 010", "note", "010")]
    [InlineData("note: 'a, b'", "note", "a, b")]
    [InlineData("classes: 010", "classes", "10")]
    [InlineData("classes: 1e1", "classes", "10")]
    [InlineData("classes: '12'", "classes", "12")]
    [InlineData("force_hard: true", "force_hard", "true")]
    public void Reads_a_scalar_by_what_it_is_for(string written, string name, string value) => ValueOf(written, name).Should().Be(value);

    [Theory]
    [InlineData("force_hard: no")]
    [InlineData("force_hard: True")]
    [InlineData("classes: ~")]
    [InlineData("classes: 0x10")]
    [InlineData("classes: 1_0")]
    [InlineData("classes:")]
    public void Refuses_what_only_YAML_would_understand(string written) =>
        Reading.Codes(WithParams(written)).Should().Equal("PARAMETER_VALUE");

    [Fact]
    public void Keeps_several_connections_in_order()
    {
        var workflow = Reading.Resolve("""
            workflow: v1
            name: x
            sources: { a: { relion: { star: a.star } }, b: { relion: { star: b.star } } }
            steps: { all: { node: merge, inputs: { particles: [b.particles, { from: a.particles }] } } }
            """);
        workflow.Steps[0].Inputs["particles"].Select(reference => reference.Origin).Should().Equal("b", "a");
    }

    [Fact]
    public void Lets_the_command_line_outrank_the_file()
    {
        var workflow = Reading.Resolve(
            Reading.Valid, "params.classes=5", "steps.classify.params.target_resolution=1 nm", "steps.classify.params.seed=3");
        var classify = workflow.Steps[1];
        classify.Seed.Should().Be(3);
        classify.Parameters[0].Value.Should().Be("5");
        classify.Parameters[1].Value.Should().Be("10");
        classify.Parameters[1].Origin.Should().Be("--set steps.classify.params.target_resolution=1 nm");
        workflow.Exports[1].Path.Should().EndWith("5.star");
    }

    [Fact]
    public void Seeds_every_step_from_the_command_line_below_an_override()
    {
        var text = System.Text.Encoding.UTF8.GetBytes(Reading.Valid + "# end\n");
        Seed(new WorkflowOptions { Seed = 11 }).Should().Be(11);
        Seed(new WorkflowOptions { Seed = 11, Overrides = ["steps.classify.params.seed=12"] }).Should().Be(12);

        ulong Seed(WorkflowOptions options) => WorkflowReader.Read("flow.yaml", text, TestNodes.Table, options).Workflow!.Steps[1].Seed;
    }

    [Fact]
    public void Follows_slots_that_are_passed_through()
    {
        // select.classes passes on what classify3d wrote and what its source had: merge finds the images there.
        Reading.Codes(Reading.After("""
            sources: { s: { relion: { star: a.star } } }
            steps:
              c: { node: classify3d, inputs: { particles: s.particles } }
              d: { node: select.classes, inputs: { particles: c.particles }, params: { where: all } }
              m: { node: merge, inputs: { particles: [d.particles, c.particles] } }
            """)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Reads_and_reports_the_same_in_every_country(string culture)
    {
        const string Wrong =
            "steps: { I: { NODE: mask.solvent, params: { dilate: 1,5 } }, c: { node: classify3d, params: { TITLE: 1.5 } } }";
        var expected = Reading.Text(Reading.After(Wrong));
        using var scope = new CultureScope(culture);
        Reading.Text(Reading.After(Wrong)).Should().Be(expected);
        Reading.Resolve(Reading.Valid).Steps[0].Parameters[1].Value.Should().Be("8 Å");
    }

    [Fact]
    public void Reads_a_file_that_begins_with_a_byte_order_mark()
    {
        var content = new byte[] { 0xEF, 0xBB, 0xBF }.Concat(System.Text.Encoding.UTF8.GetBytes(Reading.Valid)).ToArray();
        WorkflowReader.Read("flow.yaml", content, TestNodes.Table).Workflow.Should().NotBeNull();
    }

    private static WorkflowReading WithParams(string written) => Reading.After($$"""
        sources: { s: { relion: { star: a.star } } }
        steps:
          c:
            node: classify3d
            inputs: { particles: s.particles }
            params:
              {{written}}
        """);

    private static string ValueOf(string written, string name)
    {
        var reading = WithParams(written);
        reading.Workflow.Should().NotBeNull(Reading.Text(reading));
        return reading.Workflow!.Steps[0].Parameters.Single(value => value.Name == name).Value;
    }
}
