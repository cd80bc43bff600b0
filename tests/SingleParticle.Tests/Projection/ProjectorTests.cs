using SingleParticle.Fourier;
using SingleParticle.Geometry;
using SingleParticle.Optics;
using SingleParticle.Projection;
using SingleParticle.Volumes;

namespace SingleParticle.Tests.Projection;

public class ProjectorTests
{
    private const double RequiredError = 3e-3;

    [Theory]
    [InlineData(0.30)]
    [InlineData(0.35)]
    [InlineData(0.40)]
    [InlineData(0.45)]
    public void Slices_match_the_direct_sum_wherever_the_density_reaches(double radius)
    {
        var blobs = PhantomMap.Blobs(64, radius, 3);
        ProjectionError.Of(blobs, FourierGrid.For(64, 32, radius * 64), Matrix2.Identity).Should().BeLessThan(RequiredError);
        var noise = PhantomMap.Noise(64, radius, 4);
        ProjectionError.Of(noise, FourierGrid.For(64, 32, radius * 64), Matrix2.Identity).Should().BeLessThan(RequiredError);
    }

    [Fact]
    public void Density_within_the_documented_radius_needs_no_padding()
    {
        FourierGrid.For(64, 32, 0.375 * 64).GridVoxels.Should().Be(64);
        FourierGrid.For(64, 32, 0.40 * 64).GridVoxels.Should().Be(72);
        FourierGrid.For(128, 60, 0.40 * 128).GridVoxels.Should().Be(144);
    }

    [Fact]
    public void Magnification_stretches_the_slice()
    {
        var map = PhantomMap.Blobs(32, 0.3, 3);
        var magnification = new Matrix2(1.02, 0.01, 0.01, 0.97);
        ProjectionError.Of(map, new FourierGrid(32, 32, 16), magnification).Should().BeLessThan(RequiredError);
    }

    [Fact]
    public void A_map_resampled_to_a_smaller_box_gives_the_same_images()
    {
        // One broad blob, so that both boxes hold all of its spectrum: density values are the same function of position.
        var (large, small) = (Blob(64, 4.0), Blob(32, 2.0));
        var frame = SliceFrame.Of(Rotations.Exponential(new DoubleVector3(0.3, -0.8, 1.1)), Matrix2.Identity);
        var fromLarge = Slice(new SlicePlan(new FourierGrid(64, 64, 12), 64, new HalfPlane(64, 1, 8)), large, frame);
        var fromSmall = Slice(new SlicePlan(new FourierGrid(32, 32, 12), 64, new HalfPlane(32, 1, 8)), small, frame);
        var largest = fromLarge.Max(v => Math.Sqrt(v.SquaredMagnitude));
        for (var j = 0; j < fromLarge.Length; j++)
            Math.Sqrt((fromLarge[j] - fromSmall[j]).SquaredMagnitude).Should().BeLessThan(2e-3 * largest);
    }

    [Fact]
    public void Opposite_views_are_mirror_images()
    {
        var map = PhantomMap.Noise(32, 0.35, 9);
        var plane = new HalfPlane(32, 1, 15);
        var plan = new SlicePlan(new FourierGrid(32, 32, 16), 32, plane);
        var frame = RandomFrame.Next(new Random(5));
        var slice = Slice(plan, map, frame);
        var opposite = Slice(plan, map, new SliceFrame(-frame.U, -frame.V));
        for (var j = 0; j < slice.Length; j++)
        {
            opposite[j].Real.Should().BeApproximately(slice[j].Real, 1e-4f);
            opposite[j].Imaginary.Should().BeApproximately(-slice[j].Imaginary, 1e-4f);
        }
        slice.Sum(v => Math.Abs(v.Imaginary)).Should().BeGreaterThan(1);
    }

    [Fact]
    public void Pixels_beyond_the_ball_of_the_grid_are_zero()
    {
        var plane = new HalfPlane(32, 1, 15);
        var plan = new SlicePlan(new FourierGrid(32, 32, 10), 32, plane);
        var slice = Slice(plan, PhantomMap.Noise(32, 0.35, 9), RandomFrame.Next(new Random(5)));
        for (var j = 0; j < slice.Length; j++)
        {
            var isOutside = (plane.X[j] * plane.X[j]) + (plane.Y[j] * plane.Y[j]) > 100.1;
            (slice[j].SquaredMagnitude == 0).Should().Be(isOutside);
        }
    }

    [Fact]
    public unsafe void Scalar_and_vector_kernels_agree()
    {
        var setup = new ProjectionSetup(32, 32, 15);
        using var volume = new FourierVolume(setup.Plan, PhantomMap.Noise(32, 0.35, 9), 1);
        if (!System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated) return;
        var (scalar, vector) = (new float[2 * setup.Plan.PixelCount], new float[2 * setup.Plan.PixelCount]);
        fixed (float* first = scalar, second = vector)
        {
            var view = new SliceView(setup.Geometry, null, null);
            ExtractionKernelScalar.Extract(view, volume.Address, setup.Plan.PixelCount, first);
            ExtractionKernelVector256.Extract(view, volume.Address, setup.Plan.PixelCount, second);
        }
        var largest = scalar.Max(Math.Abs);
        for (var i = 0; i < scalar.Length; i++) vector[i].Should().BeApproximately(scalar[i], 2e-6f * largest);
    }

    [Fact]
    public void A_map_of_another_box_is_refused()
    {
        var plan = new SlicePlan(new FourierGrid(32, 32, 16), 32, new HalfPlane(32, 1, 15));
        var act = () => new Projector(plan, PhantomMap.Blobs(24, 0.3, 1), 1);
        act.Should().Throw<ArgumentException>().WithMessage("*box 24*32*");
    }

    private static ComplexFloat[] Slice(SlicePlan plan, Volume map, SliceFrame frame)
    {
        using var projector = new Projector(plan, map, 1);
        var slice = new ComplexFloat[plan.PixelCount];
        projector.Slice(frame, slice);
        return slice;
    }

    private static Volume Blob(int box, double sigmaVoxels)
    {
        var map = new Volume(box, 128.0 / box);
        for (var i = 0; i < map.Values.Length; i++)
        {
            var (x, y, z) = ((i % box) - (0.55 * box), (i / box % box) - (0.48 * box), (i / box / box) - (0.5 * box));
            map.Values[i] = (float)Math.Exp(-((x * x) + (y * y) + (z * z)) / (2 * sigmaVoxels * sigmaVoxels));
        }
        return map;
    }
}
