namespace Host.Runner.Execution;

/// <summary>How the call of a node ended.</summary>
internal enum NodeCallEnding
{
    /// <summary>It returned.</summary>
    Returned,

    /// <summary>It said why it cannot go on.</summary>
    Failed,

    /// <summary>It stopped on request.</summary>
    Cancelled,

    /// <summary>It broke off with an exception that a node must not throw.</summary>
    Faulted,
}
