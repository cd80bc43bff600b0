namespace Plugin.Phantom;

/// <summary>Sign of the particles in the stack.</summary>
public enum ImageContrast
{
    /// <summary>Dark on bright ground, as recorded; blob/sign is -1.</summary>
    Dark,

    /// <summary>Bright on dark ground, as RELION wants it; blob/sign is +1.</summary>
    Bright,
}
