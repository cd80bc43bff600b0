using System.Text.RegularExpressions;
using Host.Runner.Commands;
using Host.Runner.Tests.Loading;
using Testing;

namespace Host.Runner.Tests.Commands;

/// <summary>A folder with the fixture plug-ins, a workflow file and a place for runs, and command lines over them.</summary>
internal sealed partial class CommandBench : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CommandBench() => Fixtures.Install("Fixture.Steps", PluginFolder);

    public string PluginFolder => _folder.File("plugins/Steps");

    public string Flow => _folder.File("flow.yaml");

    public string Runs => _folder.File("runs");

    public void Dispose() => _folder.Dispose();

    public string File(string name) => _folder.File(name);

    public string Write(string name, string text) => _folder.Write(name, text);

    /// <summary>Writes the workflow file, begun with version and name.</summary>
    public void WriteFlow(string text) => _folder.Write("flow.yaml", "workflow: v1\nname: flow\n" + text);

    /// <summary>The options that every command line over the bench needs.</summary>
    public IReadOnlyList<string> Options => ["--plugins", _folder.File("plugins"), "--runs", Runs, "--cache", _folder.File("cache")];

    /// <summary>`run flow.yaml` with further arguments.</summary>
    public Task<HostRun> RunAsync(params string[] arguments) => HostRun.OfAsync(["run", Flow, .. Options, .. arguments]);

    /// <summary>`plan flow.yaml` with further arguments.</summary>
    public Task<HostRun> PlanAsync(params string[] arguments) => HostRun.OfAsync(["plan", Flow, .. Options, .. arguments]);

    /// <summary>`run flow.yaml` on a terminal.</summary>
    public Task<HostRun> RunOnTerminalAsync(int widthColumns) =>
        HostRun.OfAsync(OutputMode.Terminal, widthColumns, ["run", Flow, .. Options], CancellationToken.None);

    /// <summary>The folder of the only job of a step.</summary>
    public string JobFolderOf(string step) => Directory.GetDirectories(Path.Combine(Runs, "flow", step)).Should().ContainSingle().Subject;

    /// <summary>Every file and folder but those of the plug-ins, relative, sorted.</summary>
    public IReadOnlyList<string> Contents() =>
    [
        .. Directory.EnumerateFileSystemEntries(_folder.FullPath, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(_folder.FullPath, path).Replace('\\', '/'))
            .Where(path => !path.StartsWith("plugins", StringComparison.Ordinal) && !path.StartsWith("cache", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A text with the folder of the bench, and the keys of jobs, made the same for every run.</summary>
    public string Normal(string text) => Key().Replace(text.Replace(_folder.FullPath, "BENCH", StringComparison.Ordinal), "KEY");

    [GeneratedRegex("[0-9a-f]{16}")]
    private static partial Regex Key();
}
