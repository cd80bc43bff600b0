using SingleParticle.Masks;
using SingleParticle.Statistics;
using SingleParticle.Volumes;

namespace SingleParticle.Tests.Masks;

public class SolventMaskTests
{
    private const int Box = 48;

    // A body, and beside it a part that a fifteenth of the particles have.
    private static readonly (int X, int Y, int Z) Part = (24, 24, 40);

    [Fact]
    public void The_automatic_threshold_is_low_enough_for_a_part_that_few_particles_have() =>
        ValueAtPart(Mask(noise: 0.002, null)).Should().Be(1);

    [Fact]
    public void A_fifth_of_the_maximum_leaves_that_part_out() => ValueAtPart(Mask(noise: 0.002, 0.2)).Should().Be(0);

    [Fact]
    public void Noise_raises_the_automatic_threshold_so_that_the_mask_stays_around_the_molecule()
    {
        var (quiet, noisy) = (Mask(noise: 0.002, null), Mask(noise: 0.02, null));
        noisy.Threshold.Should().BeGreaterThan(2 * quiet.Threshold).And.BeLessThan(0.21);
        noisy.Mask.Values.Count(value => value > 0).Should().BeLessThan(quiet.Mask.Values.Count(value => value > 0));
    }

    [Fact]
    public void The_automatic_threshold_does_not_depend_on_the_level_of_the_solvent()
    {
        var map = Map(0.002);
        var lifted = map.WithValues([.. map.Values.Select(value => value + 0.1f)]);
        Create(lifted, null).Body.Should().Equal(Create(map, null).Body);
    }

    private static float ValueAtPart(SolventMask mask) => mask.Mask.Values[mask.Mask.IndexOf(Part.X, Part.Y, Part.Z)];

    private static SolventMask Mask(double noise, double? fraction) => Create(Map(noise), fraction);

    private static SolventMask Create(Volume map, double? fraction) => SolventMask.Create(
        map, new SolventMaskSettings { FractionOfMaximum = fraction, LowPassAngstrom = 0, NearAngstrom = 2, FarAngstrom = 6 }, 1);

    private static Volume Map(double noise)
    {
        var (map, random) = (new Volume(Box, 4), new RandomStream(3));
        for (var i = 0; i < map.Values.Length; i++)
        {
            var (x, y, z) = (i % Box, i / Box % Box, i / (Box * Box));
            var density = Squared(x - 24, y - 24, z - 24) < 144 ? 1 : Squared(x - Part.X, y - Part.Y, z - Part.Z) < 25 ? 1.0 / 15 : 0;
            map.Values[i] = (float)(density + (noise * random.NextGaussian()));
        }

        return map;
    }

    private static int Squared(int x, int y, int z) => (x * x) + (y * y) + (z * z);
}
