using Host.Abstractions.Parameters;

namespace Plugin.Phantom;

/// <summary>Parameters of comparing particles with the truth.</summary>
public sealed record CompareOptions
{
    /// <summary>What classes are compared with.</summary>
    [Parameter(
        "Column of the truth table that classes are compared with: label = what a classification ought to find; state = the exact "
            + "state, nuisances such as the size of a micelle included.")]
    public TruthColumn Against { get; init; } = TruthColumn.Label;
}
