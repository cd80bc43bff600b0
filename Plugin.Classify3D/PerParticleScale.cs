namespace Plugin.Classify3D;

/// <summary>Where the per-particle scale comes from.</summary>
public enum PerParticleScale
{
    /// <summary>Computed once against the consensus, poses fixed, before classification.</summary>
    Optimal,

    /// <summary>As given with the particles.</summary>
    Input,

    /// <summary>1 for every particle.</summary>
    None,
}
