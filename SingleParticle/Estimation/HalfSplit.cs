namespace SingleParticle.Estimation;

/// <summary>Where the half-sets come from.</summary>
public enum HalfSplit
{
    /// <summary>From the particles, where they carry them; else drawn.</summary>
    Kept,

    /// <summary>Drawn anew.</summary>
    Drawn,
}
