namespace Host.Runner.Execution;

/// <summary>The `job.json` of a job: what it was made from, where and when, and how it ended.</summary>
public sealed record JobRecord
{
    /// <summary>Name of the workflow.</summary>
    public required string Workflow { get; init; }

    /// <summary>Name of the step.</summary>
    public required string Step { get; init; }

    /// <summary>SHA-256 over the ingredients that affect the result.</summary>
    public required string Key { get; init; }

    /// <summary>Everything the result depends on.</summary>
    public required JobIngredients Ingredients { get; init; }

    /// <summary>SHA-256 of the manifest of the build that ran.</summary>
    public required string PluginContentHash { get; init; }

    /// <summary>Why it ran instead of an earlier result being used.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>The machine.</summary>
    public required MachineSummary Machine { get; init; }

    /// <summary>Worker threads granted.</summary>
    public required int ThreadCount { get; init; }

    /// <summary>How far it has got.</summary>
    public required JobState State { get; init; }

    /// <summary>When it began, UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When it ended, UTC; null while it runs.</summary>
    public required DateTimeOffset? Finished { get; init; }

    /// <summary>Why it failed; empty unless it did.</summary>
    public required IReadOnlyList<string> Errors { get; init; }
}
