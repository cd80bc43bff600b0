using System.CommandLine;
using Host.Runner.Loading;
using Host.Runner.Workflows;

namespace Host.Runner.Commands;

/// <summary>The commands of the host: what is asked for, read from the command line and carried out.</summary>
public sealed class HostCommandLine
{
    private readonly HostConsole _console;
    private readonly WorkflowServices _services;
    private readonly HostOptions _options = new();
    private readonly RootCommand _root = new("Checks and runs workflows of single-particle analysis over the installed plug-ins.");

    /// <summary>Makes the command line.</summary>
    /// <param name="console">Where to write.</param>
    /// <param name="services">Opens sources and delivers outputs.</param>
    public HostCommandLine(HostConsole console, WorkflowServices services)
    {
        _console = console;
        _services = services;
        _options.AddTo(_root);
        AddWorkflowCommands();
        AddNodeCommands();
    }

    /// <summary>Carries out a command line.</summary>
    /// <param name="arguments">The arguments, without the program's name.</param>
    /// <param name="cancel">Asks the command to stop soon.</param>
    /// <returns>The exit code.</returns>
    public async Task<ExitCode> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        var parsed = _root.Parse(arguments.Count > 0 ? arguments : ["--help"]);
        if (parsed.Errors.Count > 0)
        {
            var isUnknownCommand = parsed.CommandResult.Command == _root && parsed.UnmatchedTokens.Count > 0;
            foreach (var error in parsed.Errors.Skip(isUnknownCommand ? 1 : 0))
                _console.Error.WriteLine(error.Message);
            _console.Error.WriteLine($"--help shows what there is{Suggestion(parsed)}");
            return ExitCode.Usage;
        }

        var configuration = new InvocationConfiguration
        {
            Output = _console.Output,
            Error = _console.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            var code = (ExitCode)await parsed.InvokeAsync(configuration, cancel).ConfigureAwait(false);
            return arguments.Count > 0 ? code : ExitCode.Usage;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return ExitCode.Cancelled;
        }
        catch (Exception fault)
        {
            _console.Error.WriteLine($"the host broke off; this is a fault of the host, please report it with these lines:\n{fault}");
            return ExitCode.JobFailed;
        }
    }

    private void AddWorkflowCommands()
    {
        AddFileCommand("run", "Runs a workflow; steps whose results are there already are not run again.", command =>
        {
            _options.AddRunOptions(command);
            return RunAsync;
        });
        AddFileCommand("plan", "Says what a run would do, deliver and need, and all that stands in its way; writes nothing.", command =>
        {
            var explain = new Option<bool>("--explain") { Description = "Say of each step why it runs or is reused." };
            _options.AddPlanOptions(command);
            command.Options.Add(explain);
            return (file, parsed, cancel) =>
                PlanAsync(file, parsed.GetValue(explain) ? PlanDetail.Reasons : PlanDetail.Decisions, parsed, cancel);
        });
        AddFileCommand("validate", "Checks a workflow against the installed nodes, without looking at data.", command =>
        {
            _options.AddWorkflowOptions(command);
            return (file, parsed, cancel) =>
                SoonAsync(() => ValidateCommand.Run(file, _options.Read(parsed), Catalog(parsed), _console), cancel);
        });
    }

    private void AddNodeCommands()
    {
        var list = new Command("list", "Lists the installed nodes, and the plug-ins that were refused.");
        list.SetAction((parsed, cancel) => SoonAsync(() => ListCommand.Run(Catalog(parsed), _console), cancel));
        _root.Subcommands.Add(list);

        var node = new Argument<string>("NODE") { Description = "Name of a node, such as mask.solvent." };
        var describe = new Command("describe", "Shows inputs, outputs and parameters of a node.") { node };
        describe.SetAction((parsed, cancel) =>
            SoonAsync(() => DescribeCommand.Run(parsed.GetRequiredValue(node), Catalog(parsed), _console), cancel));
        _root.Subcommands.Add(describe);

        var schema = new Command("schema", "Writes the JSON Schema of workflows over the installed nodes, for editors.");
        schema.SetAction((parsed, cancel) => SoonAsync(() => WriteSchema(Catalog(parsed)), cancel));
        _root.Subcommands.Add(schema);

        AddFileCommand("inspect", "Shows what is in a .cs, .csg, .star, .mrc, .pdb or .cif file.", _ =>
            (file, _, cancel) => SoonAsync(() => InspectCommand.Run(file, _console), cancel));
    }

    private void AddFileCommand(string name, string help, Func<Command, Func<string, ParseResult, CancellationToken, Task<int>>> make)
    {
        var file = new Argument<string>("FILE") { Description = name == "inspect" ? "A data file." : "A workflow, .yaml." };
        var command = new Command(name, help) { file };
        var run = make(command);
        command.SetAction((parsed, cancel) => run(parsed.GetRequiredValue(file), parsed, cancel));
        _root.Subcommands.Add(command);
    }

    private ExitCode WriteSchema(PluginCatalog catalog)
    {
        _console.Output.WriteLine(WorkflowSchema.Write(InstalledNodes.Of(catalog)));
        InstalledNodes.WriteRefusals(_console.Error, catalog.Refusals);
        return ExitCode.Ok;
    }

    private PluginCatalog Catalog(ParseResult parsed) => PluginCatalog.Scan(_options.Read(parsed).PluginFolders);

    private string Suggestion(ParseResult parsed)
    {
        var commands = _root.Subcommands.Select(command => command.Name).ToList();
        var word = parsed.UnmatchedTokens is [var first, ..] ? first : "";
        return parsed.CommandResult.Command == _root && word.Length > 0 ? $"; {Nearest.Hint(word, commands, "commands")}" : "";
    }

    private async Task<int> RunAsync(string file, ParseResult parsed, CancellationToken cancel)
    {
        var settings = _options.Read(parsed);
        var plugins = Plugins(settings);
        return (int)await new RunCommand(_console, _services, plugins, settings).RunAsync(file, cancel).ConfigureAwait(false);
    }

    private async Task<int> PlanAsync(string file, PlanDetail detail, ParseResult parsed, CancellationToken cancel)
    {
        var settings = _options.Read(parsed);
        var plugins = Plugins(settings);
        return (int)await new PlanCommand(_console, _services, plugins, settings).RunAsync(file, detail, cancel).ConfigureAwait(false);
    }

    // Plug-ins stay in memory until the process ends, which is soon: unloading them would only take time.
    private PluginHost Plugins(HostSettings settings) => _services.OpenPlugins(
        settings.PluginFolders, settings.CacheFolder is { } folder ? new PluginCache(folder) : PluginCache.OfUser());

    // Commands that write nothing need no checkpoint: the first signal ends them, whatever slow disk they wait for.
    private static async Task<int> SoonAsync(Func<ExitCode> work, CancellationToken cancel) =>
        (int)await Task.Run(work, CancellationToken.None).WaitAsync(cancel).ConfigureAwait(false);
}
