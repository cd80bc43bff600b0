using System.Text;
using Host.Runner.Datasets;
using Host.Runner.Execution;
using Host.Runner.Loading;
using Host.Runner.Workflows;

namespace EndToEnd.Tests;

/// <summary>The parts of the host put together as a third party would, over plug-ins that stay in service between runs.</summary>
/// <param name="folder">Folder for runs and exports.</param>
/// <param name="plugins">The plug-ins in service.</param>
internal sealed class WorkflowHost(string folder, PluginHost plugins)
{
    /// <summary>Runs a workflow text.</summary>
    /// <param name="text">The workflow; its exports go into the folder.</param>
    /// <param name="observer">Is told what happens.</param>
    /// <param name="cancel">Asks the run to stop.</param>
    public Task<RunOutcome> RunAsync(string text, IRunObserver observer, CancellationToken cancel)
    {
        var nodes = new NodeTable(plugins.Catalog.Plugins
            .SelectMany(plugin => plugin.Manifest.Nodes.Select(node => new NodeOffer(plugin.Manifest.Id, node))));
        var options = new WorkflowOptions { Overrides = [$"params.exports={Path.Combine(folder, "exports")}"] };
        var reading = WorkflowReader.Read(Path.Combine(folder, "workflow.yaml"), Encoding.UTF8.GetBytes(text), nodes, options);
        reading.Workflow.Should().NotBeNull(string.Join('\n', reading.Diagnostics));
        var executor = new WorkflowExecutor(plugins, new SourceReader(), new Exporter(), TimeProvider.System);
        var run = new RunOptions { RunsFolder = Path.Combine(folder, "runs"), ThreadCount = 2 };
        return executor.RunAsync(reading.Workflow!, run, observer, cancel);
    }
}
