using Host.Runner.Commands;
using Host.Runner.Datasets;
using Host.Runner.Loading;

namespace EndToEnd.Tests;

/// <summary>The host inside the test process, over the really built plug-ins: what its command line answers.</summary>
/// <param name="Code">Exit code.</param>
/// <param name="Output">What it wrote as results.</param>
/// <param name="Error">What it wrote as problems.</param>
internal sealed record LocalHost(ExitCode Code, string Output, string Error)
{
    /// <summary>Folder of the plug-ins beside the host.</summary>
    public static string Plugins { get; } = Path.Combine(AppContext.BaseDirectory, "plugins");

    /// <summary>Those plug-ins, in service for all tests of the process.</summary>
    /// <remarks>
    /// Were each test to load and unload its own, the process would crash once in a while:
    /// docs/decisions/0005-no-unloading-for-its-own-sake.md.
    /// </remarks>
    public static PluginHost Shared { get; } = PluginHost.Open([Plugins], new PluginCache(Path.Combine(AppContext.BaseDirectory, "cache")));

    /// <summary>Everything it wrote.</summary>
    public string Text => Output + Error;

    /// <summary>Fails the test, with everything the host wrote, unless it ended so.</summary>
    /// <param name="expected">Exit code expected.</param>
    public LocalHost ShouldEnd(ExitCode expected)
    {
        Code.Should().Be(expected, "{0}", Text);
        return this;
    }

    /// <summary>Runs a workflow to its end.</summary>
    /// <param name="file">The workflow.</param>
    /// <param name="runs">Folder of runs; copies of plug-ins go beside it.</param>
    /// <param name="options">More of the command line.</param>
    public static Task<LocalHost> RunAsync(string file, string runs, params string[] options) => AskAsync("run", file, runs, options);

    /// <summary>Plans or runs a workflow.</summary>
    /// <param name="command">run or plan.</param>
    /// <param name="file">The workflow.</param>
    /// <param name="runs">Folder of runs; copies of plug-ins go beside it.</param>
    /// <param name="options">More of the command line.</param>
    public static async Task<LocalHost> AskAsync(string command, string file, string runs, params string[] options)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var services = new WorkflowServices(new SourceReader(), new Exporter(), TimeProvider.System) { OpenPlugins = (_, _) => Shared };
        var commands = new HostCommandLine(new HostConsole(output, error, OutputMode.Plain, null), services);
        string[] arguments = [command, file, "--runs", runs, .. options];
        return new LocalHost(await commands.RunAsync(arguments, default), output.ToString(), error.ToString());
    }
}
