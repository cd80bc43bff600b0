using System.Numerics;

namespace SingleParticle.Geometry;

/// <summary>Three coordinates in double precision.</summary>
/// <param name="X">Along x.</param>
/// <param name="Y">Along y.</param>
/// <param name="Z">Along z.</param>
public readonly record struct DoubleVector3(double X, double Y, double Z)
{
    /// <summary>Euclidean length.</summary>
    public double Length => Math.Sqrt(Dot(this));

    /// <summary>Sum of two vectors.</summary>
    public static DoubleVector3 operator +(DoubleVector3 left, DoubleVector3 right) =>
        new(left.X + right.X, left.Y + right.Y, left.Z + right.Z);

    /// <summary>The vector of the same length in the opposite direction.</summary>
    public static DoubleVector3 operator -(DoubleVector3 vector) => new(-vector.X, -vector.Y, -vector.Z);

    /// <summary>The vector made longer by a factor.</summary>
    public static DoubleVector3 operator *(double factor, DoubleVector3 vector) =>
        new(factor * vector.X, factor * vector.Y, factor * vector.Z);

    /// <summary>Widens a single-precision vector, such as a particle's pose.</summary>
    /// <param name="vector">Coordinates in single precision.</param>
    public static DoubleVector3 From(Vector3 vector) => new(vector.X, vector.Y, vector.Z);

    /// <summary>Scalar product with another vector.</summary>
    /// <param name="other">The other vector.</param>
    public double Dot(DoubleVector3 other) => (X * other.X) + (Y * other.Y) + (Z * other.Z);

    /// <summary>Vector product with another vector.</summary>
    /// <param name="other">The other vector.</param>
    public DoubleVector3 Cross(DoubleVector3 other) =>
        new((Y * other.Z) - (Z * other.Y), (Z * other.X) - (X * other.Z), (X * other.Y) - (Y * other.X));

    /// <summary>The same coordinates in single precision.</summary>
    public Vector3 ToSingle() => new((float)X, (float)Y, (float)Z);
}
