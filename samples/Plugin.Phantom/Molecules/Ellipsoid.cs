using SingleParticle.Geometry;

namespace Plugin.Phantom.Molecules;

/// <summary>An ellipsoid with axes along x, y and z; lengths in radii of the molecule.</summary>
/// <param name="Centre">Centre.</param>
/// <param name="SemiAxes">Half its extent along each axis.</param>
internal readonly record struct Ellipsoid(DoubleVector3 Centre, DoubleVector3 SemiAxes)
{
    /// <summary>Distance from the centre in units of the surface's: below 1 inside.</summary>
    /// <param name="point">Point.</param>
    public double RadiusOf(DoubleVector3 point) => new DoubleVector3(
        (point.X - Centre.X) / SemiAxes.X, (point.Y - Centre.Y) / SemiAxes.Y, (point.Z - Centre.Z) / SemiAxes.Z).Length;

    /// <summary>Whether a point lies inside.</summary>
    /// <param name="point">Point.</param>
    public bool Contains(DoubleVector3 point) => RadiusOf(point) < 1;
}
