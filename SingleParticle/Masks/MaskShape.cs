namespace SingleParticle.Masks;

/// <summary>Geometric bodies.</summary>
public enum MaskShape
{
    /// <summary>All within a radius.</summary>
    Sphere,

    /// <summary>All between two radii.</summary>
    Shell,

    /// <summary>All within a radius of an axis, over a height; hollow with an inner radius.</summary>
    Cylinder,

    /// <summary>All within three edge lengths along the axes of the map.</summary>
    Box,
}
