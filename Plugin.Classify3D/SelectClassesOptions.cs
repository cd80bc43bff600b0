using Host.Abstractions.Parameters;

namespace Plugin.Classify3D;

/// <summary>Parameters of selecting particles by class.</summary>
public sealed record SelectClassesOptions
{
    /// <summary>Which particles to keep.</summary>
    [Parameter(
        "Which particles to keep: conditions on population (fraction of particles in the class), class (1-based), posterior (of "
            + "the particle's class) and ess, joined by 'and', such as population >= 0.05 and posterior > 0.9, or class in [1, 3].")]
    public required string Where { get; init; }
}
