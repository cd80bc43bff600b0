namespace Plugin.Phantom;

/// <summary>How the contrast of the particles is distributed.</summary>
public enum ScaleDistribution
{
    /// <summary>Every particle has scale 1.</summary>
    None,

    /// <summary>One mode, mean 1.</summary>
    Lognormal,

    /// <summary>Two modes.</summary>
    Bimodal,
}
