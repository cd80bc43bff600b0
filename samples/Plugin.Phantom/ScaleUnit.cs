namespace Plugin.Phantom;

/// <summary>What shares one scale.</summary>
public enum ScaleUnit
{
    /// <summary>Every particle has its own.</summary>
    Particle,

    /// <summary>All particles of a micrograph have the same, as ice thickness gives.</summary>
    Micrograph,
}
