using System.Text;
using Host.Runner.Execution;
using Host.Runner.Loading;
using Host.Runner.Tests.Loading;
using Host.Runner.Workflows;
using Testing;

namespace Host.Runner.Tests.Execution;

/// <summary>A host with the fixture plug-ins, a folder of runs, and all it takes to run a workflow text.</summary>
internal sealed class Workshop : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PluginHost _plugins;

    public Workshop()
    {
        Fixtures.Install("Fixture.Steps", _folder.File("plugins/Steps"));
        _plugins = PluginHost.Open([_folder.File("plugins")], new PluginCache(_folder.File("cache")));
    }

    public Recorder Recorder { get; private set; } = new();

    public FileSources Sources { get; } = new();

    public TableExporter Exporter { get; } = new();

    public PluginHost Plugins => _plugins;

    public string Runs => _folder.File("runs");

    /// <summary>Folder for intermediate files; null to keep them with the jobs.</summary>
    public string? Scratch { get; set; }

    public string PluginFolder => _folder.File("plugins/Steps");

    public string Write(string name, string text) => _folder.Write(name, text);

    public string File(string name) => _folder.File(name);

    public void Dispose()
    {
        _plugins.Dispose();
        _folder.Dispose();
    }

    public ResolvedWorkflow Resolve(string text, params string[] overrides)
    {
        var nodes = new NodeTable(
            _plugins.Catalog.Plugins.SelectMany(plugin => plugin.Manifest.Nodes.Select(node => new NodeOffer(plugin.Manifest.Id, node))));
        var options = new WorkflowOptions { Overrides = overrides, OutputFolder = _folder.FullPath };
        var reading = WorkflowReader.Read(
            _folder.File("flow.yaml"), Encoding.UTF8.GetBytes("workflow: v1\nname: flow\n" + text), nodes, options);
        reading.Workflow.Should().NotBeNull(string.Join("\n", reading.Diagnostics));
        return reading.Workflow!;
    }

    public Task<WorkflowPlan> PlanAsync(string text, params string[] overrides) =>
        new WorkflowPlanner(_plugins, Sources).PlanAsync(Resolve(text, overrides), Runs, default);

    public Task<RunOutcome> RunAsync(string text, params string[] overrides) => RunAsync(text, default, overrides);

    public Task<RunOutcome> RunAsync(string text, CancellationToken cancel, params string[] overrides)
    {
        Recorder = new Recorder { Began = Recorder.Began };
        var executor = new WorkflowExecutor(_plugins, Sources, Exporter, TimeProvider.System);
        var options = new RunOptions { RunsFolder = Runs, ScratchFolder = Scratch, ThreadCount = 2 };
        return executor.RunAsync(Resolve(text, overrides), options, Recorder, cancel);
    }

    /// <summary>The folder of the only job of a step.</summary>
    public string JobFolder(string step) => Directory.GetDirectories(Path.Combine(Runs, "flow", step)).Should().ContainSingle().Subject;
}
