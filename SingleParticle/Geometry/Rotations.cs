using System.Numerics;

namespace SingleParticle.Geometry;

/// <summary>Rotation vectors, matrices and Euler angles of a pose, and the ways between them.</summary>
/// <remarks>
/// A particle's rotation vector r (CryoSPARC's alignments3D/pose) and RELION's matrix A(rot, tilt, psi) are tied by A = exp(-[r]x),
/// where [r]x v = r x v. Rotation by an angle about an axis: O. Rodrigues (1840).
/// </remarks>
public static class Rotations
{
    // Below this sine of the tilt, rot and psi turn about the same axis: rot is set to 0, which moves no element by more than this.
    private const double DegenerateTiltSine = 1e-14;

    /// <summary>RELION's matrix A = exp(-[r]x) of a particle's pose.</summary>
    /// <param name="rotationVectorRadians">Pose r, axis times angle, radians; the angle may exceed pi.</param>
    public static RotationMatrix PoseMatrix(Vector3 rotationVectorRadians) =>
        PoseMatrix(DoubleVector3.From(rotationVectorRadians));

    /// <summary>RELION's matrix A = exp(-[r]x) of a particle's pose.</summary>
    /// <param name="rotationVectorRadians">Pose r, axis times angle, radians; the angle may exceed pi.</param>
    public static RotationMatrix PoseMatrix(DoubleVector3 rotationVectorRadians) => Exponential(-rotationVectorRadians);

    /// <summary>The shortest rotation vector r with A = exp(-[r]x): the inverse of <see cref="PoseMatrix(DoubleVector3)"/>.</summary>
    /// <param name="pose">RELION's matrix A.</param>
    /// <returns>Pose r, axis times angle, radians; the angle is at most pi.</returns>
    public static DoubleVector3 RotationVectorRadians(RotationMatrix pose) => -Logarithm(pose);

    /// <summary>exp([r]x): the rotation by |r| about r, counter-clockwise seen from the tip of r.</summary>
    /// <param name="rotationVectorRadians">Axis times angle, radians; any length.</param>
    public static RotationMatrix Exponential(DoubleVector3 rotationVectorRadians)
    {
        var (x, y, z) = rotationVectorRadians;
        var angle = rotationVectorRadians.Length;
        var halfSinc = SineOverAngle(angle / 2);
        var linear = SineOverAngle(angle);

        // (1 - cos angle) / angle² without its cancellation at small angles.
        var quadratic = halfSinc * halfSinc / 2;
        return new(
            new(1 - (quadratic * ((y * y) + (z * z))), (quadratic * x * y) - (linear * z), (quadratic * x * z) + (linear * y)),
            new((quadratic * x * y) + (linear * z), 1 - (quadratic * ((x * x) + (z * z))), (quadratic * y * z) - (linear * x)),
            new((quadratic * x * z) - (linear * y), (quadratic * y * z) + (linear * x), 1 - (quadratic * ((x * x) + (y * y)))));
    }

    /// <summary>The shortest r with exp([r]x) = the given rotation.</summary>
    /// <remarks>
    /// Taken through the unit quaternion of largest pivot (S. W. Shepperd, 1978, DOI 10.2514/3.55767b), accurate at every angle,
    /// 0 and pi included.
    /// </remarks>
    /// <param name="rotation">A rotation matrix.</param>
    /// <returns>Axis times angle, radians; the angle is at most pi.</returns>
    public static DoubleVector3 Logarithm(RotationMatrix rotation)
    {
        var (real, vector) = Quaternion(rotation);
        if (real < 0)
            (real, vector) = (-real, -vector);
        var sine = vector.Length;
        return sine < 1e-150 ? 2 * vector : 2 * Math.Atan2(sine, real) / sine * vector;
    }

    /// <summary>RELION's matrix A(rot, tilt, psi).</summary>
    /// <param name="angles">Euler angles in degrees.</param>
    public static RotationMatrix FromEulerAngles(EulerAngles angles)
    {
        var (sinRot, cosRot) = Math.SinCos(double.DegreesToRadians(angles.RotDegrees));
        var (sinTilt, cosTilt) = Math.SinCos(double.DegreesToRadians(angles.TiltDegrees));
        var (sinPsi, cosPsi) = Math.SinCos(double.DegreesToRadians(angles.PsiDegrees));
        var tiltedX = new DoubleVector3(cosTilt * cosRot, cosTilt * sinRot, -sinTilt);
        var tiltedY = new DoubleVector3(-sinRot, cosRot, 0);
        return new(
            (cosPsi * tiltedX) + (sinPsi * tiltedY),
            (-sinPsi * tiltedX) + (cosPsi * tiltedY),
            new(sinTilt * cosRot, sinTilt * sinRot, cosTilt));
    }

    /// <summary>Euler angles whose matrix is A; rot is 0 where the tilt is 0 or 180 degrees.</summary>
    /// <param name="pose">RELION's matrix A.</param>
    /// <returns>rot and psi from -180 to 180, tilt from 0 to 180 degrees.</returns>
    public static EulerAngles ToEulerAngles(RotationMatrix pose)
    {
        var view = pose.ViewingDirection;
        var sinTilt = double.Hypot(view.X, view.Y);
        var rot = sinTilt < DegenerateTiltSine ? 0 : Math.Atan2(view.Y, view.X);

        // psi against the y axis left by rot, not from the third column: what rounding does to rot near the poles, psi then undoes.
        var (sinRot, cosRot) = Math.SinCos(rot);
        var tiltedY = new DoubleVector3(-sinRot, cosRot, 0);
        var psi = Math.Atan2(pose.Row0.Dot(tiltedY), pose.Row1.Dot(tiltedY));
        return new(
            double.RadiansToDegrees(rot),
            double.RadiansToDegrees(Math.Atan2(sinTilt, view.Z)),
            double.RadiansToDegrees(psi));
    }

    private static double SineOverAngle(double angleRadians) =>
        Math.Abs(angleRadians) < 1e-4 ? 1 - (angleRadians * angleRadians / 6) : Math.Sin(angleRadians) / angleRadians;

    private static (double Real, DoubleVector3 Vector) Quaternion(RotationMatrix rotation)
    {
        var (xx, yy, zz) = (rotation.Row0.X, rotation.Row1.Y, rotation.Row2.Z);
        var (yxSum, yxDifference) = (rotation.Row1.X + rotation.Row0.Y, rotation.Row1.X - rotation.Row0.Y);
        var (xzSum, xzDifference) = (rotation.Row0.Z + rotation.Row2.X, rotation.Row0.Z - rotation.Row2.X);
        var (zySum, zyDifference) = (rotation.Row2.Y + rotation.Row1.Z, rotation.Row2.Y - rotation.Row1.Z);
        var trace = xx + yy + zz;
        var (real, vector) = (trace, xx, yy, zz) switch
        {
            var (t, x, y, z) when t >= x && t >= y && t >= z => (1 + t, new DoubleVector3(zyDifference, xzDifference, yxDifference)),
            var (_, x, y, z) when x >= y && x >= z => (zyDifference, new DoubleVector3(1 + x - y - z, yxSum, xzSum)),
            var (_, x, y, z) when y >= z => (xzDifference, new DoubleVector3(yxSum, 1 + y - x - z, zySum)),
            var (_, x, y, z) => (yxDifference, new DoubleVector3(xzSum, zySum, 1 + z - x - y)),
        };
        var norm = Math.Sqrt((real * real) + vector.Dot(vector));
        return (real / norm, 1 / norm * vector);
    }
}
