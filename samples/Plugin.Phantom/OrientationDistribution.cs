namespace Plugin.Phantom;

/// <summary>From where the molecule is seen.</summary>
public enum OrientationDistribution
{
    /// <summary>All orientations are equally likely.</summary>
    Uniform,

    /// <summary>Views along the molecule's z axis are preferred.</summary>
    Preferred,
}
