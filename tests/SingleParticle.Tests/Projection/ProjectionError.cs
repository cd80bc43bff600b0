using System.Numerics;
using SingleParticle.Fourier;
using SingleParticle.Geometry;
using SingleParticle.Projection;
using SingleParticle.Volumes;

namespace SingleParticle.Tests.Projection;

/// <summary>The measure by which a projector is judged.</summary>
internal static class ProjectionError
{
    /// <summary>Relative L2 error of slices within 0.8 Nyquist against the direct sum, over four random poses.</summary>
    public static double Of(Volume map, FourierGrid grid, Matrix2 magnification)
    {
        var box = map.BoxVoxels;
        var plane = new HalfPlane(box, 1, (int)(0.8 * box / 2));
        var plan = new SlicePlan(grid, box, plane);
        using var projector = new Projector(plan, map, 1);
        var slice = new ComplexFloat[plan.PixelCount];
        var random = new Random(7);
        double error = 0, norm = 0;
        for (var pose = 0; pose < 4; pose++)
        {
            var frame = RandomFrame.Next(random, magnification);
            projector.Slice(frame, slice);
            for (var j = 0; j < slice.Length; j += 37)
            {
                var truth = plan.Scale * DirectSum.At(map, frame.At(plane.X[j], plane.Y[j]));
                error += Math.Pow(Complex.Abs(truth - new Complex(slice[j].Real, slice[j].Imaginary)), 2);
                norm += Math.Pow(Complex.Abs(truth), 2);
            }
        }
        return Math.Sqrt(error / norm);
    }
}
