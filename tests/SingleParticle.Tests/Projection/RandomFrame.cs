using SingleParticle.Geometry;
using SingleParticle.Optics;

namespace SingleParticle.Tests.Projection;

/// <summary>Poses drawn uniformly by a seed.</summary>
internal static class RandomFrame
{
    public static SliceFrame Next(Random random, Matrix2? magnification = null)
    {
        var vector = new DoubleVector3(Normal(random), Normal(random), Normal(random));
        var fourth = Normal(random);
        var norm = Math.Sqrt(vector.Dot(vector) + (fourth * fourth));
        var angle = 2 * Math.Acos(fourth / norm);
        return SliceFrame.Of(Rotations.Exponential((angle / vector.Length) * vector), magnification ?? Matrix2.Identity);
    }

    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
