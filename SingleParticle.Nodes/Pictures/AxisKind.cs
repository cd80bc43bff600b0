namespace SingleParticle.Nodes.Pictures;

/// <summary>What the numbers along an axis are.</summary>
public enum AxisKind
{
    /// <summary>Any numbers.</summary>
    Linear,

    /// <summary>Whole numbers: iterations, counts.</summary>
    Whole,

    /// <summary>Spatial frequencies in 1/Å, named by the resolution in Å.</summary>
    Resolution,
}
