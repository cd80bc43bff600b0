namespace Host.Runner.Execution;

/// <summary>What is to be done about a step.</summary>
public enum StepDecision
{
    /// <summary>The result of an earlier run with the same key is used.</summary>
    Reuse,

    /// <summary>The step runs.</summary>
    Run,

    /// <summary>The step cannot run: it, or something it needs, has errors.</summary>
    Blocked,
}
