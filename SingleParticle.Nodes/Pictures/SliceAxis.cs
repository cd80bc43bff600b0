namespace SingleParticle.Nodes.Pictures;

/// <summary>The axis that a slice stands upright on.</summary>
public enum SliceAxis
{
    /// <summary>Sections of the array: x to the right, y down.</summary>
    Z,

    /// <summary>x to the right, z down.</summary>
    Y,

    /// <summary>y to the right, z down.</summary>
    X,
}
