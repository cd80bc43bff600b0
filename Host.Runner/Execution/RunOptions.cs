namespace Host.Runner.Execution;

/// <summary>How to run a workflow; none of it changes a result.</summary>
public sealed record RunOptions
{
    /// <summary>Folder of all runs; default: `runs` in the current directory.</summary>
    public string RunsFolder { get; init; } = Path.GetFullPath("runs");

    /// <summary>Folder for the jobs' intermediate files, on a fast disk for instance; null to keep them with the jobs.</summary>
    public string? ScratchFolder { get; init; }

    /// <summary>Worker threads of a job; default: all processors.</summary>
    public int ThreadCount { get; init; } = Environment.ProcessorCount;

    /// <summary>Memory a job may use; default: all that the machine or container has.</summary>
    public long MemoryBytes { get; init; } = MachineMemory.Bytes();
}
