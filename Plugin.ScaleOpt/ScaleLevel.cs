namespace Plugin.ScaleOpt;

/// <summary>What shares one scale.</summary>
public enum ScaleLevel
{
    /// <summary>Every particle has its own.</summary>
    Particle,

    /// <summary>All particles of a micrograph.</summary>
    Micrograph,

    /// <summary>All particles of an optics group.</summary>
    OpticsGroup,
}
