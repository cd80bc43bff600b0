namespace Plugin.Phantom;

/// <summary>Where the defoci of micrographs come from.</summary>
public enum DefocusSource
{
    /// <summary>Drawn evenly from a range.</summary>
    Range,

    /// <summary>Drawn from 1,081 real micrographs (EMPIAR-10028), astigmatism included.</summary>
    Measured,
}
