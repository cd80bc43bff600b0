namespace Host.Runner.Commands;

/// <summary>What the process tells its caller.</summary>
public enum ExitCode
{
    /// <summary>All done.</summary>
    Ok = 0,

    /// <summary>A job failed.</summary>
    JobFailed = 1,

    /// <summary>The command line was not understood.</summary>
    Usage = 2,

    /// <summary>The workflow, or the data it is given, is not valid; nothing was written.</summary>
    WorkflowInvalid = 3,

    /// <summary>A plug-in was refused.</summary>
    PluginRefused = 4,

    /// <summary>There is not enough memory or disk for what was planned.</summary>
    NotEnoughResources = 5,

    /// <summary>Stopped on request.</summary>
    Cancelled = 130,
}
