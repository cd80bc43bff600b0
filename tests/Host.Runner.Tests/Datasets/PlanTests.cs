using System.Text;
using Host.Abstractions.Planning;
using Host.Runner.Datasets;
using Host.Runner.Execution;
using Host.Runner.Loading;
using Host.Runner.Tests.Execution;
using Host.Runner.Workflows;
using Testing.Particles;

namespace Host.Runner.Tests.Datasets;

/// <summary>Sources and outputs in a workflow without steps.</summary>
public sealed class PlanTests : IDisposable
{
    private readonly Project _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Particles_that_are_sound_are_delivered()
    {
        _project.Stack("stack.mrcs", 3);
        _project.Cs("J42/particles.cs", Project.Refinement("stack.mrcs"));

        var outcome = await RunAsync("refine.particles");

        outcome.Diagnostics.Should().NotContain(item => item.Diagnostic.Severity == DiagnosticSeverity.Error);
        outcome.ExitCode.Should().Be(0);
        outcome.ExportedPaths.Should().Equal(_project.File("out/particles.cs"), _project.File("out/particles.csg"));
    }

    [Fact]
    public async Task Bad_particles_stop_the_workflow_before_anything_is_written()
    {
        _project.Stack("stack.mrcs", 2);
        _project.Cs("J42/particles.cs", Project.Refinement("stack.mrcs").Floats("alignments3D/pose", _ => float.NaN, _ => 0, _ => 0));

        var outcome = await RunAsync("refine.particles");

        outcome.ExitCode.Should().Be(3);
        outcome.Diagnostics.Select(item => item.Diagnostic.Message).Should().Contain(message => message.Contains("alignments3D/pose"))
            .And.Contain(message => message.Contains("which holds 2"));
        outcome.Diagnostics.Where(item => item.Diagnostic.Severity == DiagnosticSeverity.Error).Should().OnlyContain(item =>
            item.Diagnostic.Code == SourceCodes.Particles && item.Diagnostic.Target == "outputs.out" && item.Location!.Value.Line == 8);
        Directory.Exists(_project.File("out")).Should().BeFalse();
    }

    [Fact]
    public async Task Slots_of_different_particles_stop_the_workflow()
    {
        _project.Stack("stack.mrcs", 3);
        _project.Cs("J42/particles.cs", Project.Refinement("stack.mrcs"));
        _project.Cs("J45/particles.cs", new CsFileBuilder().Uid(row => (ulong)(900 + row)).Ctf());

        var outcome = await RunAsync("{ from: refine.particles, slots: { ctf: gctf.particles.ctf } }");

        outcome.ExitCode.Should().Be(3);
        outcome.Diagnostics.Should().Contain(item => item.Diagnostic.Message.Contains("the files are of different particles"));
    }

    [Fact]
    public async Task A_source_of_which_only_the_CTF_is_taken_may_have_lost_its_images()
    {
        _project.Stack("stack.mrcs", 3);
        _project.Cs("J42/particles.cs", Project.Refinement("stack.mrcs"));
        _project.Cs("J45/particles.cs", Project.Refinement("gone.mrcs"));

        var outcome = await RunAsync("{ from: refine.particles, slots: { ctf: gctf.particles.ctf } }");

        outcome.Diagnostics.Should().NotContain(item => item.Diagnostic.Severity == DiagnosticSeverity.Error);
        outcome.ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task The_file_of_a_source_is_not_overwritten_by_an_output()
    {
        _project.Stack("stack.mrcs", 3);
        var source = _project.Cs("J42/particles.cs", Project.Refinement("stack.mrcs"));
        var bytes = File.ReadAllBytes(source);

        var outcome = await RunAsync("refine.particles", path: "J42");

        outcome.ExitCode.Should().Be(1);
        outcome.Diagnostics.Should().Contain(item => item.Diagnostic.Code == ExportCodes.PlaceTaken);
        File.ReadAllBytes(source).Should().Equal(bytes);
        Directory.GetFiles(_project.File("J42")).Should().Equal(source);
    }

    private async Task<RunOutcome> RunAsync(string from, string path = "out")
    {
        var second = File.Exists(_project.File("J45/particles.cs")) ? "  gctf: { cryosparc: { particles: J45/particles.cs } }" : "";
        var text = $$"""
            workflow: v1
            name: flow
            sources:
              refine: { cryosparc: { particles: J42/particles.cs } }
            {{second}}
            steps: {}
            outputs:
              out: { from: {{from}}, as: cryosparc, path: {{path}} }

            """;
        var options = new WorkflowOptions { OutputFolder = _project.Root };
        var reading = WorkflowReader.Read(_project.File("flow.yaml"), Encoding.UTF8.GetBytes(text), new NodeTable([]), options);
        reading.Diagnostics.Should().BeEmpty();
        using var plugins = PluginHost.Open([], new PluginCache(_project.File("cache")));
        var executor = new WorkflowExecutor(plugins, new SourceReader(), new Exporter(), TimeProvider.System);
        var runs = new RunOptions { RunsFolder = _project.File("runs"), ThreadCount = 1 };
        return await executor.RunAsync(reading.Workflow!, runs, new Recorder(), CancellationToken.None);
    }
}
