using System.CommandLine;
using System.Globalization;

namespace Host.Runner.Commands;

/// <summary>The options shared by the commands.</summary>
internal sealed class HostOptions
{
    private readonly Option<string[]> _plugins = new("--plugins")
    {
        Description = "Folder of plug-in folders; may be given several times. Default: plugins beside the program.",
        HelpName = "DIR",
        Recursive = true,
    };

    private readonly Option<string> _runs = new("--runs")
    {
        Description = "Folder in which runs are kept.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "runs",
    };

    private readonly Option<string?> _scratch = new("--scratch")
    {
        Description = "Folder for the jobs' intermediate files, the particle cache above all: a fast disk. Default: with the runs.",
        HelpName = "DIR",
    };

    private readonly Option<string?> _cache = new("--cache")
    {
        Description = "Folder for the copies from which plug-ins are loaded. Default: one of the user's.",
        HelpName = "DIR",
    };

    private readonly Option<int> _threads = new("--threads")
    {
        Description = "Threads for jobs; the results do not depend on it. Default: one per processor.",
        HelpName = "N",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private readonly Option<string?> _seed = new("--seed")
    {
        Description = "Seed of every step that uses randomness, in place of the workflow's.",
        HelpName = "N",
    };

    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Sets a parameter: params.NAME=VALUE or steps.STEP.params.NAME=VALUE; may be given several times.",
        HelpName = "KEY=VALUE",
    };

    private readonly Option<Verbosity> _verbosity = new("--verbosity")
    {
        Description = "How much is said while jobs run.",
        DefaultValueFactory = _ => Verbosity.Normal,
    };

    /// <summary>Makes the options.</summary>
    public HostOptions()
    {
        _threads.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !IsThreadCount(token.Value))
                result.AddError($"--threads takes a whole number from 1, not '{token.Value}'");
        });
        _seed.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !ulong.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                result.AddError($"--seed takes a whole number from 0, not '{token.Value}'");
        });
    }

    private static bool IsThreadCount(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0;

    /// <summary>Adds the option that every command understands.</summary>
    /// <param name="root">The root command.</param>
    public void AddTo(RootCommand root) => root.Options.Add(_plugins);

    /// <summary>Adds the options of commands that read a workflow.</summary>
    /// <param name="command">The command.</param>
    public void AddWorkflowOptions(Command command)
    {
        command.Options.Add(_set);
        command.Options.Add(_seed);
    }

    /// <summary>Adds the options of commands that plan runs.</summary>
    /// <param name="command">The command.</param>
    public void AddPlanOptions(Command command)
    {
        AddWorkflowOptions(command);
        command.Options.Add(_runs);
        command.Options.Add(_scratch);
        command.Options.Add(_threads);
        command.Options.Add(_cache);
    }

    /// <summary>Adds the options of commands that run.</summary>
    /// <param name="command">The command.</param>
    public void AddRunOptions(Command command)
    {
        AddPlanOptions(command);
        command.Options.Add(_verbosity);
    }

    /// <summary>Reads the options.</summary>
    /// <param name="parsed">A command line without errors.</param>
    public HostSettings Read(ParseResult parsed)
    {
        var folders = parsed.GetValue(_plugins) is { Length: > 0 } given ? given : [Path.Combine(AppContext.BaseDirectory, "plugins")];
        var seed = parsed.GetValue(_seed);
        return new HostSettings
        {
            PluginFolders = folders,
            RunsFolder = Path.GetFullPath(parsed.GetValue(_runs) ?? "runs"),
            ScratchFolder = parsed.GetValue(_scratch) is { } scratch ? Path.GetFullPath(scratch) : null,
            CacheFolder = parsed.GetValue(_cache),
            ThreadCount = parsed.GetValue(_threads) is var threads and > 0 ? threads : Environment.ProcessorCount,
            Seed = seed is null ? null : ulong.Parse(seed, NumberStyles.None, CultureInfo.InvariantCulture),
            Overrides = parsed.GetValue(_set) ?? [],
            Verbosity = parsed.GetValue(_verbosity),
        };
    }
}
