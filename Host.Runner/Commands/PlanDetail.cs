namespace Host.Runner.Commands;

/// <summary>How much a plan says.</summary>
public enum PlanDetail
{
    /// <summary>What happens.</summary>
    Decisions,

    /// <summary>Also why.</summary>
    Reasons,
}
