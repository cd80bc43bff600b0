using System.Runtime.Intrinsics;
using SingleParticle.Fourier;
using SingleParticle.Projection;
using SingleParticle.Volumes;

namespace SingleParticle.Tests.Projection;

public class SeveralProjectionsTests
{
    // One more than a block holds.
    private const int MapCount = 9;

    [Fact]
    public void Slices_of_several_maps_are_those_of_each()
    {
        var setup = new ProjectionSetup(32, 32, 15);
        using var together = Loaded(setup.Plan);
        var projections = new SeveralProjections(together);
        projections.Slice(setup.Frame);
        var pixelCount = setup.Plan.PixelCount;
        var alone = new ComplexFloat[pixelCount];
        for (var map = 0; map < MapCount; map++)
        {
            using var transform = new FourierVolume(setup.Plan, Map(map), 1);
            using var projector = new Projector(transform);
            projector.Slice(setup.Frame, alone);
            var norm = Math.Sqrt(alone.Average(value => value.SquaredMagnitude));
            for (var pixel = 0; pixel < pixelCount; pixel++)
            {
                var voxel = (((map / 8 * pixelCount) + pixel) * ClassMaps.FloatsPerVoxel) + (map % 8);
                ((double)projections.Slices[voxel]).Should().BeApproximately(alone[pixel].Real, 1e-5 * norm);
                ((double)projections.Slices[voxel + ClassMaps.ClassesPerBlock]).Should().BeApproximately(
                    alone[pixel].Imaginary, 1e-5 * norm);
            }
        }
    }

    [Fact]
    public unsafe void Scalar_and_vector_kernels_agree()
    {
        var setup = new ProjectionSetup(24, 24, 11);
        using var maps = Loaded(setup.Plan);
        var view = new SliceView(setup.Geometry, null, null);
        var length = setup.Plan.PixelCount * ClassMaps.FloatsPerVoxel;
        float[] scalar = new float[length], half = new float[length], full = new float[length];
        fixed (float* first = scalar, second = half, third = full)
        {
            SliceKernelScalar.Extract(view, maps.Block(0), setup.Plan.PixelCount, first);
            if (Vector256.IsHardwareAccelerated)
                SliceKernelVector256.Extract(view, maps.Block(0), setup.Plan.PixelCount, second);
            if (Vector512.IsHardwareAccelerated)
                SliceKernelVector512.Extract(view, maps.Block(0), setup.Plan.PixelCount, third);
        }

        var largest = scalar.Max(MathF.Abs);
        foreach (var (vector, isRun) in new[] { (half, Vector256.IsHardwareAccelerated), (full, Vector512.IsHardwareAccelerated) })
        {
            for (var i = 0; i < length && isRun; i++)
                vector[i].Should().BeApproximately(scalar[i], 1e-5f * largest);
        }
    }

    private static ClassMaps Loaded(SlicePlan plan)
    {
        var maps = new ClassMaps(plan, MapCount);
        for (var map = 0; map < MapCount; map++) maps.Load(map, Map(map, plan.Grid.BoxVoxels), 1);
        return maps;
    }

    private static Volume Map(int index, int box = 32) => PhantomMap.Noise(box, 0.35, (ulong)index + 1);
}
