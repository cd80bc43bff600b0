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

    private static double Data(int map, int particle) => (map - 3) * (particle + 1);

    private static double Power(int map, int particle) => 0.5 + (0.1 * map * particle);

    private static SeveralBackProjections Inserted(int slabCount)
    {
        var setup = new ProjectionSetup(32, 32, 15);
        var statistics = new SeveralBackProjections(setup.Plan, MapCount);
        using var spread = new SpreadSlice(setup.Plan);
        for (var particle = 0; particle < ParticleCount; particle++)
        {
            setup.Draw();
            double[] data = [.. Enumerable.Range(0, MapCount).Select(map => Data(map, particle))];
            double[] powers = [.. Enumerable.Range(0, MapCount).Select(map => Power(map, particle))];
            spread.Spread(setup.Particle);
            for (var slab = 0; slab < slabCount; slab++) statistics.AddSlab(spread, data, powers, slab, slabCount);
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
