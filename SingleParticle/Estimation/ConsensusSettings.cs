using SingleParticle.Estimation.Scales;
using SingleParticle.Volumes;

namespace SingleParticle.Estimation;

/// <summary>How consensus, noise and scales are estimated together.</summary>
public sealed record ConsensusSettings
{
    /// <summary>Solvent mask on the working box; null to have one made.</summary>
    public Volume? SolventMask { get; init; }

    /// <summary>Makes a solvent mask from the first consensus.</summary>
    public required Func<Volume, Volume> MakeMask { get; init; }

    /// <summary>Region whose density varies: the scale is taken outside it, if enough is left there. Null for everywhere.</summary>
    public Volume? FocusMask { get; init; }

    /// <summary>Whether scales are estimated, or those given are kept (default: estimated).</summary>
    public ScaleSource Scales { get; init; } = ScaleSource.Estimated;

    /// <summary>Scale of every record to start from, or to keep.</summary>
    public required double[] GivenScale { get; init; }

    /// <summary>How estimated scales are read off a comparison (default: each particle's own).</summary>
    public IScaleRule Rule { get; init; } = new OwnScale();

    /// <summary>Rounds of comparison and reconstruction, 1 or more (default 2).</summary>
    public int Rounds { get; init; } = 2;

    /// <summary>What particles differ in is left free in the last round, so that it does not pass for contrast (default: not).</summary>
    public FreeComponents FreeComponents { get; init; }

    /// <summary>Number of parts for held-out comparison, even, or 1 for none.</summary>
    public int FoldCount { get; init; } = ParticleFolds.DefaultCount;

    /// <summary>Called after every round.</summary>
    public Action RoundEnded { get; init; } = () => { };
}
