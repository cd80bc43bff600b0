using Host.Runner.Commands;
using Host.Runner.Datasets;
using House.Tests.Documents;
using House.Tests.Sources;
using Testing;

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
        foreach (var workflow in workflows)
            await ShouldBeValidAsync(Path.Combine(Repository.Root, workflow.Path), workflow.Path);
    }

    [Fact]
    public async Task Every_workflow_shown_on_a_page_is_valid_over_the_installed_nodes()
    {
        var pages = Repository.Files.Where(file => file.Path.EndsWith(".md", StringComparison.Ordinal));
        var shown = pages.SelectMany(page => DocumentRules.Workflows(page).Select(text => (page.Path, Text: text))).ToList();
        shown.Select(workflow => workflow.Path).Should().Contain(["README.md", "docs/workflow.md"]);
        using var folder = new TemporaryFolder();
        foreach (var (page, text) in shown)
            await ShouldBeValidAsync(folder.Write("shown.yaml", text), page);
    }

    private static async Task ShouldBeValidAsync(string path, string where)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var services = new WorkflowServices(new SourceReader(), new Exporter(), TimeProvider.System);
        var commands = new HostCommandLine(new HostConsole(output, error, OutputMode.Plain, null), services);
        var code = await commands.RunAsync(["validate", path, "--plugins", InstalledPlugins.Folder], default);
        code.Should().Be(ExitCode.Ok, "{0}: {1}{2}", where, output, error);
    }
}
