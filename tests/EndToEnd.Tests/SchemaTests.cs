using Host.Runner.Commands;
using Host.Runner.Datasets;

namespace EndToEnd.Tests;

/// <summary>The schema that editors check workflows by is that of the plug-ins of this repository.</summary>
public sealed class SchemaTests
{
    [Fact]
    public async Task The_schema_of_workflows_in_the_repository_is_the_one_that_the_host_writes()
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var services = new WorkflowServices(new SourceReader(), new Exporter(), TimeProvider.System);
        var host = new HostCommandLine(new HostConsole(output, error, OutputMode.Plain, null), services);
        (await host.RunAsync(["schema", "--plugins", LocalHost.Plugins], default)).Should().Be(ExitCode.Ok, error.ToString());
        var kept = await File.ReadAllTextAsync(HostProcess.Workflow("workflow.schema.json"));
        (output.ToString().Trim() == kept.Trim()).Should().BeTrue(
            "the schema must be written anew: host schema > manifests/workflows/workflow.schema.json");
    }
}
