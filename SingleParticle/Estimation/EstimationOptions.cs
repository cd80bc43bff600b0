using SingleParticle.Geometry;

namespace SingleParticle.Estimation;

/// <summary>What is settled about particles before anything is estimated from them.</summary>
public sealed record EstimationOptions
{
    /// <summary>Draws half-sets.</summary>
    public ulong Seed { get; init; }

    /// <summary>Where the half-sets come from; kept (default).</summary>
    public HalfSplit HalfSplit { get; init; }

    /// <summary>Symmetry of every map that is reconstructed; C1 (default).</summary>
    public PointGroup Symmetry { get; init; } = PointGroup.C1;
}
