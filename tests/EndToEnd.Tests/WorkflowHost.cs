using System.Text;
using Host.Runner.Datasets;
using Host.Runner.Execution;
using Host.Runner.Loading;
using Host.Runner.Workflows;

namespace EndToEnd.Tests;

/// <summary>The parts of the host put together as a third party would, over a folder of plug-ins that stays open between runs.</summary>
internal sealed class WorkflowHost : IDisposable
{
    private readonly string _folder;

    /// <summary>Opens the plug-ins.</summary>
    /// <param name="folder">Folder for runs, exports and copies of plug-ins.</param>
    /// <param name="plugins">Folder of plug-in folders.</param>
    public WorkflowHost(string folder, string plugins)
    {
        _folder = folder;
        Plugins = PluginHost.Open([plugins], new PluginCache(Path.Combine(folder, "cache")));
    }

    /// <summary>The plug-ins in service.</summary>
    public PluginHost Plugins { get; }

    /// <summary>Runs a workflow text.</summary>
    /// <param name="text">The workflow; its exports go into the folder.</param>
    /// <param name="observer">Is told what happens.</param>
    /// <param name="cancel">Asks the run to stop.</param>
    public Task<RunOutcome> RunAsync(string text, IRunObserver observer, CancellationToken cancel)
    {
        var nodes = new NodeTable(Plugins.Catalog.Plugins
            .SelectMany(plugin => plugin.Manifest.Nodes.Select(node => new NodeOffer(plugin.Manifest.Id, node))));
        var options = new WorkflowOptions { Overrides = [$"params.exports={Path.Combine(_folder, "exports")}"] };
        var reading = WorkflowReader.Read(Path.Combine(_folder, "workflow.yaml"), Encoding.UTF8.GetBytes(text), nodes, options);
        reading.Workflow.Should().NotBeNull(string.Join('\n', reading.Diagnostics));
        var executor = new WorkflowExecutor(Plugins, new SourceReader(), new Exporter(), TimeProvider.System);
        var run = new RunOptions { RunsFolder = Path.Combine(_folder, "runs"), ThreadCount = 2 };
        return executor.RunAsync(reading.Workflow!, run, observer, cancel);
    }

    /// <summary>Takes the plug-ins out of service.</summary>
    public void Dispose() => Plugins.Dispose();
}
