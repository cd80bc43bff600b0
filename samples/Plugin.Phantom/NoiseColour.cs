namespace Plugin.Phantom;

/// <summary>Spectrum of the noise.</summary>
public enum NoiseColour
{
    /// <summary>No noise: the images are what the model says.</summary>
    None,

    /// <summary>The same power at every frequency.</summary>
    White,

    /// <summary>More power at low frequencies, as ice and support give.</summary>
    Coloured,
}
