using SingleParticle.Estimation;
using SingleParticle.Estimation.Scales;
using SingleParticle.Tests.Projection;
using SingleParticle.Volumes;

namespace SingleParticle.Tests.Estimation.Scales;

public class SolventLevelTests
{
    private static readonly Volume Map = PhantomMap.Blobs(24, 0.2, 1);
    private static readonly Volume Mask = Map.WithValues(Array.ConvertAll(Map.Values, value => value > 1e-3f ? 1f : 0f));

    [Fact]
    public void A_constant_added_to_a_map_is_found_and_makes_no_difference_to_the_masked_map()
    {
        var lifted = Map.WithValues(Array.ConvertAll(Map.Values, value => value + 5));
        SolventLevel.Of(lifted, Mask).Should().BeApproximately(5, 1e-3);
        var (plain, masked) = (HalfMapSolver.Masked(Map, Mask), SolventLevel.Masked(lifted, Mask));
        masked.Values.Zip(plain.Values, (a, b) => Math.Abs(a - b)).Max().Should().BeLessThan(2e-3f);
    }

    [Fact]
    public void Without_solvent_nothing_is_taken_off() =>
        SolventLevel.Of(Map, Map.WithValues(Array.ConvertAll(Map.Values, _ => 1f))).Should().Be(0);
}
