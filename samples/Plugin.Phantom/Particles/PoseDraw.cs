using SingleParticle.Geometry;
using SingleParticle.Statistics;

namespace Plugin.Phantom.Particles;

/// <summary>Draws poses and their errors.</summary>
internal static class PoseDraw
{
    /// <summary>A pose.</summary>
    /// <param name="options">Distribution.</param>
    /// <param name="random">Where chance comes from.</param>
    /// <returns>Rotation vector r, A = exp(-[r]x).</returns>
    public static DoubleVector3 Next(SimulateOptions options, RandomStream random)
    {
        var tilt = Math.Acos(CosineOfTilt(options, random));
        var (rot, psi) = (360 * random.NextDouble(), 360 * random.NextDouble());
        return Rotations.RotationVectorRadians(Rotations.FromEulerAngles(new(rot - 180, double.RadiansToDegrees(tilt), psi - 180)));
    }

    /// <summary>A pose turned a little at random.</summary>
    /// <param name="rotationVectorRadians">True pose.</param>
    /// <param name="deviationDegrees">Standard deviation about each axis, degrees.</param>
    /// <param name="random">Where chance comes from.</param>
    public static DoubleVector3 WithError(DoubleVector3 rotationVectorRadians, double deviationDegrees, RandomStream random)
    {
        if (deviationDegrees == 0)
            return rotationVectorRadians;
        var error = double.DegreesToRadians(deviationDegrees)
            * new DoubleVector3(random.NextGaussian(), random.NextGaussian(), random.NextGaussian());
        return Rotations.RotationVectorRadians(Rotations.Exponential(error) * Rotations.PoseMatrix(rotationVectorRadians));
    }

    private static double CosineOfTilt(SimulateOptions options, RandomStream random)
    {
        var strength = options.Orientations == OrientationDistribution.Preferred ? options.OrientationPreference : 0;
        while (true)
        {
            var cosine = (2 * random.NextDouble()) - 1;
            if (random.NextDouble() <= Math.Exp(strength * ((cosine * cosine) - 1)))
                return cosine;
        }
    }
}
