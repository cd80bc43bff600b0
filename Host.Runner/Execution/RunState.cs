namespace Host.Runner.Execution;

/// <summary>How a run of a workflow ended.</summary>
public enum RunState
{
    /// <summary>Every step has its result and every output is delivered.</summary>
    Completed,

    /// <summary>A step or an output failed.</summary>
    Failed,

    /// <summary>Stopped on request; the next run goes on from there.</summary>
    Cancelled,

    /// <summary>Planning found errors; nothing was run.</summary>
    Invalid,

    /// <summary>A plug-in was refused; nothing was run.</summary>
    PluginRefused,

    /// <summary>The machine lacks memory or disk; nothing was run.</summary>
    NotEnoughResources,
}
