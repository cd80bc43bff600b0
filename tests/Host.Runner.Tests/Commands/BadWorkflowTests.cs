using System.Diagnostics;
using Host.Runner.Commands;
using Host.Runner.Tests.Datasets;

namespace Host.Runner.Tests.Commands;

/// <summary>Workflows that cannot run end with exit code 3, every problem told, nothing written, in bounded time and memory.</summary>
public sealed class BadWorkflowTests : IDisposable
{
    private readonly CommandBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("unknown key", "steps: { a: { nod: fixture.make } }", "UNKNOWN_KEY", "did you mean 'node'?")]
    [InlineData("unknown node", "steps: { a: { node: fixture.mak } }", "UNKNOWN_NODE", "did you mean 'fixture.make'?")]
    [InlineData("wrong unit", "steps: { a: { node: fixture.slow, params: { stage_milliseconds: 6 Å } } }", "PARAMETER_VALUE", "6 Å")]
    [InlineData("out of range", "steps: { a: { node: fixture.make, params: { count: 0 } } }", "PARAMETER_VALUE", "0")]
    [InlineData(
        "missing slot",
        "steps: { a: { node: fixture.pick, inputs: { particles: b.particles } }, b: { node: fixture.pick } }",
        "MISSING_SLOT",
        "alignments3D")]
    [InlineData(
        "cycle",
        "steps: { a: { node: fixture.join, inputs: { tables: b.table } }, b: { node: fixture.join, inputs: { tables: a.table } } }",
        "CYCLE",
        "a -> b -> a")]
    [InlineData("missing input", "steps: { a: { node: fixture.join } }", "MISSING_INPUT", "tables")]
    [InlineData(
        "wrong type", "steps: { a: { node: fixture.make, inputs: { mask: b.table } }, b: { node: fixture.make } }", "DATA_TYPE", "mask")]
    [InlineData("unclosed bracket", "steps: { a: { node: fixture.make }", "YAML_SYNTAX", "this bracket is never closed")]
    [InlineData("unclosed quote", "steps: { a: { node: 'fixture.make } }", "YAML_SYNTAX", "scalar")]
    [InlineData(
        "missing file",
        "sources: { m: { file: { path: none.mrc, type: mask } } }\nsteps: { a: { node: fixture.make, inputs: { mask: m.mask } } }",
        "",
        "none.mrc")]
    public async Task A_workflow_that_cannot_run_is_refused_with_its_reason(string what, string text, string code, string part)
    {
        _bench.WriteFlow(text + "\n");

        foreach (var command in new[] { "run", "plan" })
        {
            var run = await HostRun.OfAsync([command, _bench.Flow, .. _bench.Options]);

            run.Code.Should().Be(ExitCode.WorkflowInvalid, "{0}: {1}", what, run.Error);
            run.Error.Should().Contain("flow.yaml(").And.Contain($"error {code}").And.Contain(part).And.NotContain("Exception");
            _bench.Contents().Should().Equal("flow.yaml");
        }
    }

    [Fact]
    public async Task A_workflow_file_that_does_not_exist_is_refused()
    {
        var run = await _bench.RunAsync();

        run.Should().Be(new HostRun(
            ExitCode.WorkflowInvalid,
            "",
            $"{_bench.Flow}: error FILE_UNREADABLE: there is no such file\nnot run: 1 error; nothing was written\n"));
        _bench.Contents().Should().BeEmpty();
    }

    [Theory]
    [InlineData("no stack", 0, "stack.mrcs")]
    [InlineData("a stack of fewer images than the particles name", 2, "stack.mrcs")]
    public async Task Particles_without_their_images_are_refused(string what, int imageCount, string part)
    {
        using var project = new Project();
        if (imageCount > 0)
            project.Stack("stack.mrcs", imageCount);
        var star = project.Star("run_data.star", "stack.mrcs");
        _bench.WriteFlow($$"""
            sources: { p: { relion: { star: "{{star}}" } } }
            steps: { a: { node: fixture.pick, inputs: { particles: p.particles } } }

            """);

        foreach (var command in new[] { "run", "plan" })
        {
            var run = await HostRun.OfAsync([command, _bench.Flow, .. _bench.Options]);

            run.Code.Should().Be(ExitCode.WorkflowInvalid, what);
            run.Error.Should().Contain("flow.yaml(3,12): error ").And.Contain(part);
            _bench.Contents().Should().Equal("flow.yaml");
        }
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public async Task Deep_nesting_is_refused_and_does_not_end_the_process(string piece)
    {
        _bench.WriteFlow("steps:\n  a: " + string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length)) + "\n");

        var run = await _bench.RunAsync();

        run.Code.Should().Be(ExitCode.WorkflowInvalid);
        run.Error.Length.Should().BeLessThan(2000, "a line of a megabyte is not repeated");
        _bench.Contents().Should().Equal("flow.yaml");
    }

    [Fact]
    public async Task Fifty_megabytes_of_yaml_are_refused_in_bounded_time_and_memory()
    {
        using (var file = new StreamWriter(_bench.Flow))
        {
            file.Write("workflow: v1\nname: flow\nsteps:\n");
            for (var step = 0; step < 1_000_000; step++)
                file.Write($"  step{step}: {{ node: fixture.make, params: {{ count: 3 }} }}\n");
        }

        new FileInfo(_bench.Flow).Length.Should().BeGreaterThan(50 << 20);
        var clock = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var run = await _bench.RunAsync();

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        run.Code.Should().Be(ExitCode.WorkflowInvalid);
        run.Error.Should().Contain("FILE_TOO_LARGE");
        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10));
        allocated.Should().BeLessThan(20 << 20);
        _bench.Contents().Should().Equal("flow.yaml");
    }

    [Fact]
    public async Task A_thousand_mistakes_are_told_in_a_readable_number()
    {
        _bench.WriteFlow("steps:\n" + string.Concat(Enumerable.Range(0, 1000).Select(step => $"  s{step}: {{ nod: x }}\n")));

        var run = await _bench.RunAsync();

        run.Code.Should().Be(ExitCode.WorkflowInvalid);
        run.Error.Should().Contain("flow.yaml(4,9): error UNKNOWN_KEY")
            .And.EndWith("\nand 1 950 more\nnot run: 2 000 errors; nothing was written\n");
        run.Error.Split('\n').Length.Should().BeLessThan(200);
    }
}
