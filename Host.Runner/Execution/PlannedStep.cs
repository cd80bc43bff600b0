using Host.Abstractions.Planning;
using Host.Runner.Workflows;

namespace Host.Runner.Execution;

/// <summary>One step of a workflow as planned: what it promises, and whether and why it will run.</summary>
public sealed record PlannedStep
{
    /// <summary>The step.</summary>
    public required ResolvedStep Step { get; init; }

    /// <summary>What is to be done.</summary>
    public required StepDecision Decision { get; init; }

    /// <summary>Why: "first run", "parameter classes changed from 4 to 10", ...; empty for a blocked step.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>What the node promises; null for a blocked step.</summary>
    public JobPlan? Promise { get; init; }

    /// <summary>SHA-256 of everything the result depends on, in hexadecimal; empty for a blocked step.</summary>
    public string Key { get; init; } = "";

    /// <summary>What the key was made of, for the job record; null for a blocked step.</summary>
    public JobIngredients? Ingredients { get; init; }
}
