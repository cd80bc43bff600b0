namespace Host.Runner.Execution;

/// <summary>
/// Codes of what can go wrong when a workflow is planned and run; those of its text are in <see cref="Workflows.WorkflowCodes"/>.
/// </summary>
public static class ExecutionCodes
{
    /// <summary>A plug-in does not load.</summary>
    public const string PluginRefused = "PLUGIN_REFUSED";

    /// <summary>A node broke off in a way it must not: a fault in the plug-in.</summary>
    public const string NodeFault = "NODE_FAULT";

    /// <summary>A node did not deliver what its plan promised: a fault in the plug-in.</summary>
    public const string PromiseBroken = "PROMISE_BROKEN";

    /// <summary>A source does not hold an output that a step uses.</summary>
    public const string SourceOutputMissing = "SOURCE_OUTPUT_MISSING";

    /// <summary>A file of a source cannot be read.</summary>
    public const string SourceUnreadable = "SOURCE_UNREADABLE";

    /// <summary>Connected data lack a slot that is needed.</summary>
    public const string MissingSlot = "MISSING_SLOT";

    /// <summary>Connected data have the wrong type.</summary>
    public const string DataType = "DATA_TYPE";

    /// <summary>Too few or too many pieces of data on one input.</summary>
    public const string ConnectionCount = "CONNECTION_COUNT";

    /// <summary>A slot is taken from an output of several pieces, so that it is not clear from which.</summary>
    public const string AmbiguousSlot = "AMBIGUOUS_SLOT";

    /// <summary>The machine has less memory than a step needs.</summary>
    public const string NotEnoughMemory = "NOT_ENOUGH_MEMORY";

    /// <summary>The disk has less room than the steps need.</summary>
    public const string NotEnoughDisk = "NOT_ENOUGH_DISK";

    /// <summary>Another process runs the same job.</summary>
    public const string JobLocked = "JOB_LOCKED";

    /// <summary>The host could not write or read a file of the run.</summary>
    public const string RunFolder = "RUN_FOLDER";

    /// <summary>An output of the workflow could not be delivered.</summary>
    public const string ExportFailed = "EXPORT_FAILED";

    /// <summary>An output of the workflow has nothing to deliver.</summary>
    public const string ExportEmpty = "EXPORT_EMPTY";
}
