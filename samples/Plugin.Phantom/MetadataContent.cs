namespace Plugin.Phantom;

/// <summary>Whether a known truth is told to those who use the particles.</summary>
public enum MetadataContent
{
    /// <summary>The particle files tell it.</summary>
    Written,

    /// <summary>The particle files do not tell it.</summary>
    Omitted,
}
