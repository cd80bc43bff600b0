using SingleParticle.Estimation.Scales;
using SingleParticle.Statistics;

namespace SingleParticle.Tests.Estimation.Scales;

public class ScaleStatesTests
{
    // Centres average 0 and factors 1, as components and scales have been taken relative to the mean.
    private static readonly ScaleStates Three =
        new([[0.9, 0], [-0.6, 0.8], [-0.6, -0.8]], [0.4, 0.3, 0.3], [0.002, 0, 0, 0.002], [1, 1.08, 0.92]);

    [Fact]
    public void Planted_states_are_found_with_their_shares_and_contrasts()
    {
        var planted = new PlantedScales(Three, 6000);
        var found = ScaleStates.Find(planted.Sums, [.. planted.Scale.Select(_ => 1.0)], new RandomStream(2), 2, default);
        found.Centres.Should().HaveCount(ScaleStates.CountFor(2));
        for (var k = 0; k < 3; k++)
        {
            var nearest = Enumerable.Range(0, 3).MinBy(m => Distance(found.Centres[m], Three.Centres[k]));
            Distance(found.Centres[nearest], Three.Centres[k]).Should().BeLessThan(0.1);
            found.Weights[nearest].Should().BeApproximately(Three.Weights[k], 0.02);
            found.Factors[nearest].Should().BeApproximately(Three.Factors[k], 0.015);
        }
    }

    [Fact]
    public void Scales_fitted_in_the_found_states_do_not_depend_on_the_state()
    {
        var planted = new PlantedScales(Three, 6000);
        var found = ScaleStates.Find(planted.Sums, [.. planted.Scale.Select(_ => 1.0)], new RandomStream(2), 2, default);
        var (fit, ratios) = (new LatentScale(found), new double[6000]);
        for (var i = 0; i < ratios.Length; i++)
        {
            fit.Settle(planted.Sums.Precision(i), planted.Sums.Projection(i), 1);
            ratios[i] = fit.Scale / planted.Scale[i];
        }

        foreach (var state in Enumerable.Range(0, ratios.Length).GroupBy(i => planted.State[i]))
            state.Average(i => ratios[i]).Should().BeApproximately(ratios.Average(), 0.015);
    }

    [Fact]
    public void States_do_not_depend_on_the_number_of_threads()
    {
        var planted = new PlantedScales(Three, 500);
        var (one, two) = (Find(1), Find(2));
        two.Centres.SelectMany(centre => centre).Should().Equal(one.Centres.SelectMany(centre => centre));
        two.Factors.Should().Equal(one.Factors);

        ScaleStates Find(int threadCount) =>
            ScaleStates.Find(planted.Sums, [.. planted.Scale.Select(_ => 1.0)], new RandomStream(2), threadCount, default);
    }

    private static double Distance(double[] first, double[] second) =>
        Math.Sqrt(first.Zip(second, (a, b) => (a - b) * (a - b)).Sum());
}
