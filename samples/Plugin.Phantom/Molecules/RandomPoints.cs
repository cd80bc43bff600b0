using SingleParticle.Geometry;
using SingleParticle.Statistics;

namespace Plugin.Phantom.Molecules;

/// <summary>Random places and directions.</summary>
internal static class RandomPoints
{
    /// <summary>A point of a body, all equally likely.</summary>
    /// <param name="body">Body.</param>
    /// <param name="random">Where chance comes from.</param>
    public static DoubleVector3 Inside(BodyDesign body, RandomStream random)
    {
        var (centre, half) = (body.Shape.Centre, body.Shape.SemiAxes);
        while (true)
        {
            var point = centre + new DoubleVector3(half.X * Signed(random), half.Y * Signed(random), half.Z * Signed(random));
            if (body.Contains(point))
                return point;
        }
    }

    /// <summary>A unit vector, all directions equally likely.</summary>
    /// <param name="random">Where chance comes from.</param>
    public static DoubleVector3 Direction(RandomStream random)
    {
        while (true)
        {
            var vector = new DoubleVector3(random.NextGaussian(), random.NextGaussian(), random.NextGaussian());
            if (vector.Length > 1e-6)
                return 1 / vector.Length * vector;
        }
    }

    private static double Signed(RandomStream random) => (2 * random.NextDouble()) - 1;
}
