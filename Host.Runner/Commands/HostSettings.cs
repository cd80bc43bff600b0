using Host.Runner.Execution;

namespace Host.Runner.Commands;

/// <summary>What the command line says beside the command itself.</summary>
public sealed record HostSettings
{
    /// <summary>Folders of plug-in folders, the most important first.</summary>
    public required IReadOnlyList<string> PluginFolders { get; init; }

    /// <summary>Folder in which runs are kept; absolute.</summary>
    public required string RunsFolder { get; init; }

    /// <summary>Folder for the jobs' intermediate files; null to keep them with the jobs.</summary>
    public string? ScratchFolder { get; init; }

    /// <summary>Folder for copies of plug-ins; null for the user's.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Threads for jobs.</summary>
    public required int ThreadCount { get; init; }

    /// <summary>Seed of every step that uses one; null for the workflow's.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Overrides of parameters, as given to `--set`.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>How workflows are run.</summary>
    public RunOptions RunOptions => new() { RunsFolder = RunsFolder, ScratchFolder = ScratchFolder, ThreadCount = ThreadCount };

    /// <summary>How much is said.</summary>
    public Verbosity Verbosity { get; init; } = Verbosity.Normal;
}
