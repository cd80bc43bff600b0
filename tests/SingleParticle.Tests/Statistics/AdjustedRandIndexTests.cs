using SingleParticle.Statistics;

namespace SingleParticle.Tests.Statistics;

public class AdjustedRandIndexTests
{
    [Fact]
    public void Identical_partitions_with_other_names_agree_fully() =>
        AdjustedRandIndex.Of([0, 0, 1, 1, 2], [2, 2, 0, 0, 1]).Should().Be(1);

    [Fact]
    public void A_worked_example_has_its_published_value() =>
        // Two of six particles misplaced: contingency {2,1 | 1,2}; index = (2 - 6*6/15) / (6 - 6*6/15).
        AdjustedRandIndex.Of([0, 0, 0, 1, 1, 1], [0, 0, 1, 0, 1, 1]).Should().BeApproximately((2 - 2.4) / (6 - 2.4), 1e-12);

    [Fact]
    public void Independent_partitions_score_near_zero()
    {
        var random = new RandomStream(3);
        var first = Enumerable.Range(0, 4000).Select(_ => random.NextInt(4)).ToArray();
        var second = Enumerable.Range(0, 4000).Select(_ => random.NextInt(5)).ToArray();
        AdjustedRandIndex.Of(first, second).Should().BeInRange(-0.01, 0.01);
    }

    [Fact]
    public void Partitions_of_different_particles_are_refused() =>
        FluentActions.Invoking(() => AdjustedRandIndex.Of([0], [0, 1])).Should().Throw<ArgumentException>();
}
