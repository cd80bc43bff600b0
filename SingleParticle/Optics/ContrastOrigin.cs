namespace SingleParticle.Optics;

/// <summary>Where a contrast sign comes from.</summary>
public enum ContrastOrigin
{
    /// <summary>The particle file says it, or someone who knows.</summary>
    Stated,

    /// <summary>The file has no place for it: particles are taken to be bright, as RELION's are.</summary>
    Assumed,
}
