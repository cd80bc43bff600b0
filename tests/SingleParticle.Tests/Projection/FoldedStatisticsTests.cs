using SingleParticle.Fourier;
using SingleParticle.Projection;

namespace SingleParticle.Tests.Projection;

public class FoldedStatisticsTests
{
    [Fact]
    public void Taking_a_part_off_a_sum_leaves_the_other_part_low_shells_included()
    {
        var plan = new SlicePlan(FourierGrid.For(32, 15.5, 10), 32, new HalfPlane(32, 1, 15));
        var (first, second) = (Statistics(plan, 1), Statistics(plan, 2));
        var left = first.Plus(second).Minus(second);
        var prior = new double[plan.ShellCount];
        Array.Fill(prior, 0.1 * first.DenominatorByShell()[5]);
        var (expected, found) = (Reconstruction.Solve(first, prior, 1, 1), Reconstruction.Solve(left, prior, 1, 1));
        var error = found.Values.Zip(expected.Values, (a, b) => Math.Pow(a - b, 2)).Sum() / expected.Values.Sum(b => (double)b * b);
        // What single precision leaves of a difference of sums; in which order they were added depends on the vector width.
        Math.Sqrt(error).Should().BeLessThan(1e-3);
        left.Denominator.Should().OnlyContain(power => power >= 0);
    }

    private static FoldedStatistics Statistics(SlicePlan plan, int seed)
    {
        using var statistics = new BackProjection(plan);
        var (random, geometry) = (new Random(seed), new SliceGeometry(plan));
        var weights = Enumerable.Repeat(1f, plan.ShellCount).ToArray();
        for (var particle = 0; particle < 40; particle++)
        {
            geometry.ComputeForInsertion(RandomFrame.Next(random));
            var data = Enumerable.Range(0, 2 * plan.PixelCount).Select(_ => (float)RandomFrame.Normal(random)).ToArray();
            statistics.Insert(geometry, data, [.. Enumerable.Repeat(1f, plan.PixelCount)], weights, 1, 1);
        }

        return FoldedStatistics.Of(statistics);
    }
}
