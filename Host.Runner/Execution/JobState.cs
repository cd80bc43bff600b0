namespace Host.Runner.Execution;

/// <summary>How far a job has got.</summary>
public enum JobState
{
    /// <summary>At work; or, when no process holds its lock, broken off by a crash or power cut.</summary>
    Running,

    /// <summary>Done, with a result.</summary>
    Completed,

    /// <summary>Ended without result.</summary>
    Failed,

    /// <summary>Stopped on request.</summary>
    Cancelled,
}
