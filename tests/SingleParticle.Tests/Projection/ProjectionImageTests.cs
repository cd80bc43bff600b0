using SingleParticle.Geometry;
using SingleParticle.Optics;
using SingleParticle.Projection;
using SingleParticle.Volumes;

namespace SingleParticle.Tests.Projection;

public class ProjectionImageTests
{
    private const int Box = 32;

    [Fact]
    public void The_identity_view_is_the_sum_along_z()
    {
        var map = PhantomMap.Blobs(Box, 0.3, 4, 1.5);
        using var projection = new ProjectionImage(map, 0.4 * Box, 1);
        var image = new float[Box * Box];
        projection.Project(SliceFrame.Of(RotationMatrix.Identity, Matrix2.Identity), image);
        var truth = SumAlongZ(map);
        var error = image.Zip(truth, (a, b) => Math.Pow(a - b, 2)).Sum() / truth.Sum(b => b * b);
        Math.Sqrt(error).Should().BeLessThan(4e-3);
    }

    [Fact]
    public void A_quarter_turn_about_the_view_turns_the_image_about_its_origin()
    {
        var map = PhantomMap.Blobs(Box, 0.3, 4, 1.5);
        using var projection = new ProjectionImage(map, 0.4 * Box, 1);
        var image = new float[Box * Box];
        var pose = Rotations.FromEulerAngles(new EulerAngles(0, 0, 90));
        projection.Project(SliceFrame.Of(pose, Matrix2.Identity), image);
        var truth = SumAlongZ(map);
        double error = 0, norm = 0;
        for (var y = 1; y < Box; y++)
            for (var x = 1; x < Box; x++)
            {
                // Image = A applied to the particle's coordinates.
                var source = pose.ApplyTransposedInPlane(x - (Box / 2), y - (Box / 2));
                var (i, j) = ((int)Math.Round(source.X) + (Box / 2), (int)Math.Round(source.Y) + (Box / 2));
                error += Math.Pow(image[(y * Box) + x] - truth[(j * Box) + i], 2);
                norm += Math.Pow(truth[(j * Box) + i], 2);
            }
        Math.Sqrt(error / norm).Should().BeLessThan(4e-3);
    }

    private static double[] SumAlongZ(Volume map)
    {
        var sums = new double[Box * Box];
        for (var i = 0; i < map.Values.Length; i++) sums[i % (Box * Box)] += map.Values[i];
        return sums;
    }
}
