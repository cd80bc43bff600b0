using Host.Runner.Commands;
using Host.Runner.Datasets;
using House.Tests.Sources;

namespace House.Tests.Nodes;

/// <summary>The rules on nodes and workflows, held against the plug-ins as they are installed.</summary>
public sealed class NodeHouseTests
{
    [Fact]
    public void Every_plug_in_of_the_manifests_is_installed_and_none_refused()
    {
        var catalog = InstalledPlugins.Catalog();
        catalog.Refusals.Should().BeEmpty();
        var manifests = Repository.Files
            .Where(file => file.Folder == "manifests" && file.Name.StartsWith("Plugin.", StringComparison.Ordinal));
        catalog.Plugins.Select(plugin => $"{plugin.Manifest.Id}.json").Should().BeEquivalentTo(manifests.Select(file => file.Name));
        catalog.Plugins.Should().AllSatisfy(plugin => plugin.Manifest.Nodes.Should().NotBeEmpty($"{plugin.Manifest.Id} offers nodes"));
    }

    [Fact]
    public void Every_parameter_tells_its_help_its_unit_and_a_default_within_its_range()
    {
        var nodes = InstalledPlugins.Catalog().Plugins.SelectMany(plugin => plugin.Manifest.Nodes);
        var problems = nodes.SelectMany(ParameterRules.Problems).ToList();
        if (problems.Count > 0)
            Assert.Fail(string.Join('\n', problems));
    }

    [Fact]
    public async Task Every_workflow_that_is_shipped_is_valid_over_the_installed_nodes()
    {
        var workflows = Repository.Files.Where(file => file.Path.StartsWith("manifests/workflows/", StringComparison.Ordinal)
            && file.Path.EndsWith(".yaml", StringComparison.Ordinal)).ToList();
        workflows.Should().NotBeEmpty();
        var services = new WorkflowServices(new SourceReader(), new Exporter(), TimeProvider.System);
        foreach (var workflow in workflows)
        {
            using var output = new StringWriter();
            using var error = new StringWriter();
            string[] command = ["validate", Path.Combine(Repository.Root, workflow.Path), "--plugins", InstalledPlugins.Folder];
            var console = new HostConsole(output, error, OutputMode.Plain, null);
            var code = await new HostCommandLine(console, services).RunAsync(command, default);
            code.Should().Be(ExitCode.Ok, "{0}{1}", output, error);
        }
    }
}
