using SingleParticle.Geometry;
using SingleParticle.Optics;
using SingleParticle.Statistics;

namespace Benchmarks;

/// <summary>Poses in random order, which miss every cache.</summary>
internal static class RandomFrames
{
    /// <summary>The next pose, undistorted.</summary>
    public static SliceFrame Next(RandomStream random) => SliceFrame.Of(
        Rotations.Exponential(2 * new DoubleVector3(random.NextGaussian(), random.NextGaussian(), random.NextGaussian())),
        Matrix2.Identity);
}
