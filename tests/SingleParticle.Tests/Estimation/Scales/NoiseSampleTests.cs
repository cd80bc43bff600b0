using SingleParticle.Estimation.Scales;

namespace SingleParticle.Tests.Estimation.Scales;

public class NoiseSampleTests
{
    [Fact]
    public void Large_groups_are_sampled_evenly_and_small_ones_wholly()
    {
        int[] groups = [.. Enumerable.Range(0, 5000).Select(record => record % 100 == 0 ? 1 : 0)];
        var sample = NoiseSample.Of(groups).ToArray();
        sample.Should().BeInAscendingOrder();
        sample.Count(record => groups[record] == 1).Should().Be(50);
        sample.Count(record => groups[record] == 0).Should().BeInRange(400, 500);
        sample.Where(record => groups[record] == 0).Max().Should().BeGreaterThan(4900);
    }
}
