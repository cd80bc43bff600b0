using SingleParticle.Compute;
using SingleParticle.Geometry;
using SingleParticle.Optics;
using SingleParticle.Projection;

namespace SingleParticle.Tests.Projection;

public class SpreadSliceTests
{
    private const int Box = 32;

    [Theory]
    [InlineData(Box)]
    [InlineData(36)]
    public void Spread_once_and_added_a_particle_gives_a_map_what_it_gives_it_directly(int gridVoxels)
    {
        var setup = new ProjectionSetup(Box, gridVoxels, (Box / 2) - 1);
        foreach (var spread in Spread(setup))
        {
            using var direct = new BackProjection(setup.Plan);
            using var added = new BackProjection(setup.Plan);
            direct.InsertSlab(setup.Particle, -0.7, 0.3, 0, 1);
            spread.AddTo(added, -0.7, 0.3);
            BeClose(added, direct);
            BeClose(added.LowFrequency!, direct.LowFrequency!);
        }
    }

    [Fact]
    public void Slabs_add_up_to_the_same_bits()
    {
        var setup = new ProjectionSetup(Box, Box, (Box / 2) - 1);
        foreach (var spread in Spread(setup))
        {
            using var whole = new BackProjection(setup.Plan);
            using var cut = new BackProjection(setup.Plan);
            spread.AddTo(whole, 1.3, 0.9);
            for (var slab = 0; slab < 5; slab++) spread.AddTo(cut, 1.3, 0.9, slab, 5);
            FoldedStatistics.Of(cut).Numerator.Should().Equal(FoldedStatistics.Of(whole).Numerator);
            FoldedStatistics.Of(cut).Denominator.Should().Equal(FoldedStatistics.Of(whole).Denominator);
            FoldedStatistics.Of(cut).LowFrequency!.Denominator.Should().Equal(FoldedStatistics.Of(whole).LowFrequency!.Denominator);
        }
    }

    [Fact]
    public void A_footprint_is_a_small_part_of_a_large_grid()
    {
        var grid = new FourierGrid(96, 96, 48);
        var footprint = new SliceFootprint(grid);
        var random = new Random(3);
        var voxels = Enumerable.Range(0, 50).Average(_ =>
        {
            footprint.Compute(RandomFrame.Next(random));
            return footprint.Blocks.Length * (double)FourierGrid.VoxelsPerBlock;
        });
        voxels.Should().BeLessThan(grid.VoxelCount / 9.0);
    }

    [Fact]
    public unsafe void Scalar_and_vector_kernels_agree()
    {
        var setup = new ProjectionSetup(24, 24, 11);
        var (voxels, rows) = (setup.Plan.Grid.VoxelCount, setup.Plan.Grid.Side * setup.Plan.Grid.Side);
        using var scalar = new NativeBuffer(3 * voxels);
        using var vector = new NativeBuffer(3 * voxels);
        fixed (float* data = setup.Data, powers = setup.Powers)
        fixed (int* rowStarts = setup.Plan.Grid.RowStarts)
        {
            var view = new SliceView(setup.Geometry, data, powers);
            InsertionKernelScalar.InsertShell(view, Target(scalar, rowStarts), 0, setup.Plan.PixelCount, 0.7f, 0.4f);
            InsertionKernelVector256.InsertShell(view, Target(vector, rowStarts), 0, setup.Plan.PixelCount, 0.7f, 0.4f);
        }

        BeClose([.. vector.Slice(0, 3 * voxels)], [.. scalar.Slice(0, 3 * voxels)]);

        InsertionView Target(NativeBuffer buffer, int* rowStarts) =>
            new(buffer.Pointer, buffer.Pointer + (2 * voxels), rowStarts, 0, rows);
    }

    /// <summary>The setup's particle in many poses, each spread in place of the one before.</summary>
    private static IEnumerable<SpreadSlice> Spread(ProjectionSetup setup)
    {
        using var spread = new SpreadSlice(setup.Plan);
        foreach (var frame in Frames(setup.Random))
        {
            setup.Geometry.ComputeForInsertion(frame);
            spread.Spread(setup.Particle);
            yield return spread;
        }
    }

    /// <summary>Random ones, ones along axes, where a slice holds whole rows or cuts each in a point, and a magnified one.</summary>
    private static IEnumerable<SliceFrame> Frames(Random random)
    {
        DoubleVector3 x = new(1, 0, 0), y = new(0, 1, 0), z = new(0, 0, 1);
        yield return new(x, y);
        yield return new(y, z);
        yield return new(-z, x);
        yield return new(x, Math.Sqrt(0.5) * (y + -z));
        for (var i = 0; i < 6; i++) yield return RandomFrame.Next(random);
        yield return RandomFrame.Next(random, new Matrix2(1.02, 0.01, -0.02, 0.97));
    }

    private static void BeClose(BackProjection found, BackProjection expected)
    {
        BeClose(All(found.Numerator), All(expected.Numerator));
        BeClose(All(found.Denominator), All(expected.Denominator));

        static float[] All(NativeBuffer buffer) => [.. buffer.Slice(0, (int)buffer.Length)];
    }

    private static void BeClose(float[] found, float[] expected)
    {
        var largest = expected.Max(MathF.Abs);
        largest.Should().BeGreaterThan(0);
        for (var i = 0; i < found.Length; i++)
            if (Math.Abs(found[i] - expected[i]) > 1e-5f * largest)
                Assert.Fail($"value {i} is {found[i]}, not {expected[i]}, of at most {largest}");
    }
}
