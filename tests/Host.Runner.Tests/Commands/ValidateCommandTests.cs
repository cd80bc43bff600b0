using Host.Runner.Commands;
using Host.Runner.Tests.Loading;
using Testing;

namespace Host.Runner.Tests.Commands;

public sealed class ValidateCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ValidateCommandTests() => Fixtures.Install("Fixture.Echo.One", _folder.File("plugins/echo"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Says_that_a_workflow_is_valid()
    {
        var file = _folder.Write("flow.yaml", "workflow: v1\nname: x\nsteps: { a: { node: fixture.echo } }\n");
        var run = await HostRun.OfAsync("validate", file, "--plugins", _folder.File("plugins"));
        run.Should().Be(new HostRun(ExitCode.Ok, $"{file}: valid, 0 sources, 1 step, 0 outputs\n", ""));
    }

    [Fact]
    public async Task Reports_what_is_wrong_and_exits_with_3()
    {
        var file = _folder.Write("flow.yaml", "workflow: v1\nname: x\nsteps: { a: { node: fixture.eco } }\n");
        var run = await HostRun.OfAsync("validate", file, "--plugins", _folder.File("plugins"), "--set", "params.n=1");
        run.Code.Should().Be(ExitCode.WorkflowInvalid);
        run.Output.Should().BeEmpty();
        run.Error.Should().Be($$"""
            {{file}}: error OVERRIDE: --set params.n=1: the workflow has no parameter 'n'; there are no parameters
            {{file}}(3,21): error UNKNOWN_NODE: no installed plug-in offers a node 'fixture.eco'
                steps: { a: { node: fixture.eco } }
                                    ^ did you mean 'fixture.echo'?

            """);
    }

    [Fact]
    public async Task Exits_with_4_when_only_a_refused_plug_in_is_in_the_way()
    {
        _folder.Write("plugins/echo/extra.txt", "not listed");
        var file = _folder.Write("flow.yaml", "workflow: v1\nname: x\nsteps: { a: { node: fixture.echo } }\n");
        var run = await HostRun.OfAsync("validate", file, "--plugins", _folder.File("plugins"));
        run.Code.Should().Be(ExitCode.PluginRefused);
        run.Error.Should().Contain("UNKNOWN_NODE").And.Contain("refused: Fixture.Echo").And.Contain("extra.txt");
    }
}
