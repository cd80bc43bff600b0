namespace Plugin.MaskTools;

/// <summary>Where the per-particle scale comes from.</summary>
public enum ParticleScale
{
    /// <summary>Estimated here against the consensus.</summary>
    Optimal,

    /// <summary>As given with the particles.</summary>
    Input,

    /// <summary>1 for all.</summary>
    None,
}
