using SingleParticle.Optics;
using SingleParticle.Projection;

namespace SingleParticle.Tests.Projection;

public class SliceGeometryTests
{
    [Fact]
    public unsafe void Every_pixel_lies_where_its_pose_and_magnification_put_it()
    {
        var setup = new ProjectionSetup(32, 36, 15);
        var grid = setup.Plan.Grid;
        // Larger than the grid in one direction: some pixels of the last shells fall outside the ball.
        var frame = new SliceFrame(1.2 * setup.Frame.U, setup.Frame.V);
        setup.Geometry.Compute(frame);
        var (outside, weights) = (0, new float[4]);
        for (var pixel = 0; pixel < setup.Plan.PixelCount; pixel++)
        {
            var found = new Span<float>(
                setup.Geometry.WeightAddress + (pixel * SliceGeometry.WeightsPerPixel), SliceGeometry.WeightsPerPixel);
            var place = frame.At(setup.Plan.X[pixel], setup.Plan.Y[pixel]);
            var radius = place.Length;
            if (Math.Abs(radius - grid.RadiusVoxels) < 1e-3)
                continue;
            if (radius > grid.RadiusVoxels)
            {
                outside++;
                found.ToArray().Should().OnlyContain(weight => weight == 0);
                continue;
            }

            var sign = setup.Geometry.SignAddress[pixel];
            (sign * place.X).Should().BeGreaterThan(-1e-5);
            place = sign * place;
            var (column, row) = (setup.Geometry.ColumnAddress[pixel], setup.Geometry.RowAddress[pixel]);
            var lowest = InterpolationKernel.TapsBelow - grid.Half;
            var (y, z) = ((row % grid.Side) + lowest, (row / grid.Side) + lowest);
            Near(place.X, column, found[..4]);
            Near(place.Y, y, found[4..8]);
            Near(place.Z, z, found[8..12]);
        }

        outside.Should().BeGreaterThan(10);

        void Near(double coordinate, int floor, Span<float> found)
        {
            var fraction = coordinate - floor;
            fraction.Should().BeInRange(-1e-4, 1 + 1e-4);
            for (var tap = 0; tap < InterpolationKernel.Width; tap++)
            {
                var expected = InterpolationKernel.Value(fraction + InterpolationKernel.TapsBelow - tap);
                ((double)found[tap]).Should().BeApproximately(expected, 1e-4);
            }
        }
    }
}
