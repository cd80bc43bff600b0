namespace Plugin.Classify3D;

/// <summary>By what look-alike classes are found.</summary>
public enum RegroupBy
{
    /// <summary>The mean of both distances, or the one that there are data for.</summary>
    Both,

    /// <summary>How far classes share their particles.</summary>
    Posteriors,

    /// <summary>How far their maps differ.</summary>
    Maps,
}
