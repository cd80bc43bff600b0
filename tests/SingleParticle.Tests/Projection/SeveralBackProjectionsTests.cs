using SingleParticle.Compute;
using SingleParticle.Fourier;
using SingleParticle.Projection;

namespace SingleParticle.Tests.Projection;

public class SeveralBackProjectionsTests
{
    // One more than a block holds.
    private const int MapCount = 9;
    private const int ParticleCount = 6;

    [Fact]
    public void Statistics_of_several_maps_are_those_of_each_low_shells_included()
    {
        var plan = new ProjectionSetup(32, 32, 15).Plan;
        using var together = Inserted(1);
        for (var map = 0; map < MapCount; map++)
        {
            using var alone = new BackProjection(plan);
            var setup = new ProjectionSetup(32, 32, 15);
            for (var particle = 0; particle < ParticleCount; particle++)
            {
                setup.Draw();
                alone.InsertSlab(setup.Particle, Data(map, particle), Power(map, particle), 0, 1);
            }

            var (found, expected) = (together.Fold(map), FoldedStatistics.Of(alone));
            BeClose(found, expected);
            BeClose(found.LowFrequency!, expected.LowFrequency!);
        }
    }

    [Fact]
    public void Slabs_add_up_to_the_same_bits()
    {
        using var whole = Inserted(1);
        using var cut = Inserted(3);
        for (var map = 0; map < MapCount; map++)
        {
            cut.Fold(map).Numerator.Should().Equal(whole.Fold(map).Numerator);
            cut.Fold(map).Denominator.Should().Equal(whole.Fold(map).Denominator);
            cut.Fold(map).LowFrequency!.Denominator.Should().Equal(whole.Fold(map).LowFrequency!.Denominator);
        }
    }

    [Fact]
    public unsafe void Scalar_and_vector_kernels_agree()
    {
        var setup = new ProjectionSetup(24, 24, 11);
        var plan = setup.Plan;
        var length = plan.Grid.VoxelCount * SeveralBackProjections.FloatsPerVoxel;
        using var scalar = new NativeBuffer(length);
        using var vector = new NativeBuffer(length);
        var factors = Enumerable.Range(1, 16).Select(i => (float)i).ToArray();
        fixed (float* data = setup.Data, powers = setup.Powers, factor = factors)
        {
            var view = new SliceView(setup.Geometry, data, powers);
            var rows = plan.Grid.Side * plan.Grid.Side;
            InterleavedInsertionScalar.InsertShell(view, new(scalar.Pointer, 0, rows), 0, plan.PixelCount, 0.7f, factor);
            InterleavedInsertionVector256.InsertShell(view, new(vector.Pointer, 0, rows), 0, plan.PixelCount, 0.7f, factor);
        }

        float[] first = [.. scalar.Slice(0, length)], second = [.. vector.Slice(0, length)];
        var largest = first.Max(MathF.Abs);
        largest.Should().BeGreaterThan(0);
        for (var i = 0; i < length; i++)
            Math.Abs(first[i] - second[i]).Should().BeLessThan(1e-5f * largest);
    }

    private static double Data(int map, int particle) => (map - 3) * (particle + 1);

    private static double Power(int map, int particle) => 0.5 + (0.1 * map * particle);

    private static SeveralBackProjections Inserted(int slabCount)
    {
        var setup = new ProjectionSetup(32, 32, 15);
        var statistics = new SeveralBackProjections(setup.Plan, MapCount);
        for (var particle = 0; particle < ParticleCount; particle++)
        {
            setup.Draw();
            double[] data = [.. Enumerable.Range(0, MapCount).Select(map => Data(map, particle))];
            double[] powers = [.. Enumerable.Range(0, MapCount).Select(map => Power(map, particle))];
            for (var slab = 0; slab < slabCount; slab++) statistics.InsertSlab(setup.Particle, data, powers, slab, slabCount);
        }

        return statistics;
    }

    private static void BeClose(FoldedStatistics found, FoldedStatistics expected)
    {
        var (numerator, denominator) = (expected.Numerator.Max(Modulus), expected.Denominator.Max());
        denominator.Should().BeGreaterThan(0);
        for (var i = 0; i < found.Denominator.Length; i++)
        {
            Modulus(found.Numerator[i] + (expected.Numerator[i] * -1)).Should().BeLessThanOrEqualTo(1e-5 * numerator);
            Math.Abs(found.Denominator[i] - expected.Denominator[i]).Should().BeLessThanOrEqualTo(1e-5f * denominator);
        }
    }

    private static double Modulus(ComplexFloat value) => Math.Sqrt(value.SquaredMagnitude);
}
