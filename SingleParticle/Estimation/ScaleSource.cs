namespace SingleParticle.Estimation;

/// <summary>Where per-particle scales come from during an estimation.</summary>
public enum ScaleSource
{
    /// <summary>Estimated against the reference.</summary>
    Estimated,

    /// <summary>Kept as given.</summary>
    Given,
}
