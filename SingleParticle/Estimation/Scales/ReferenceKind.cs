namespace SingleParticle.Estimation.Scales;

/// <summary>Whether a given reference is independent of the particles that are compared with it.</summary>
public enum ReferenceKind
{
    /// <summary>No particle had a share in the map that it is compared with.</summary>
    HeldOut,

    /// <summary>Particles may have had a share in it.</summary>
    Shared,
}
