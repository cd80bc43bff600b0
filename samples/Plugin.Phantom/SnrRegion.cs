namespace Plugin.Phantom;

/// <summary>Where the variance of the signal is taken for the signal-to-noise ratio.</summary>
public enum SnrRegion
{
    /// <summary>Over the whole image.</summary>
    Box,

    /// <summary>Over the disc that the molecule can fill, about its centre.</summary>
    Particle,
}
