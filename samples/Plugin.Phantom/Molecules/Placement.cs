using SingleParticle.Geometry;

namespace Plugin.Phantom.Molecules;

/// <summary>Where a body stands in a state: turned about a pivot.</summary>
/// <param name="Body">Index of the body.</param>
/// <param name="Turn">Rotation.</param>
/// <param name="Pivot">Point that stays in place, in radii of the molecule.</param>
internal sealed record Placement(int Body, RotationMatrix Turn, DoubleVector3 Pivot)
{
    /// <summary>The body as designed.</summary>
    /// <param name="body">Index of the body.</param>
    public static Placement AsDesigned(int body) => new(body, RotationMatrix.Identity, default);

    /// <summary>A body turned about an axis through a pivot.</summary>
    /// <param name="body">Index of the body.</param>
    /// <param name="axis">Unit vector.</param>
    /// <param name="angleDegrees">Angle, degrees.</param>
    /// <param name="pivot">Point that stays in place.</param>
    public static Placement Turned(int body, DoubleVector3 axis, double angleDegrees, DoubleVector3 pivot) =>
        new(body, Rotations.Exponential(double.DegreesToRadians(angleDegrees) * axis), pivot);

    /// <summary>A point of the body in this state.</summary>
    /// <param name="point">The point as designed.</param>
    public DoubleVector3 Apply(DoubleVector3 point) => Turn.Apply(point + -Pivot) + Pivot;
}
