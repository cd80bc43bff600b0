using SingleParticle.Statistics;

namespace SingleParticle.Tests.Statistics;

public class GaussianMixtureTests
{
    [Fact]
    public void Two_modes_are_found_with_their_shares_positions_and_widths()
    {
        var (values, errors) = Draw(3, 4000, random => (random.NextDouble() < 0.4 ? 0.75 : 1.25) + (0.08 * random.NextGaussian()), 0);
        var fit = GaussianMixtureFit.Best(values, errors, 4);
        fit.Mixture.Components.Should().HaveCount(2);
        fit.Mixture.Components[0].Weight.Should().BeApproximately(0.4, 0.03);
        fit.Mixture.Components[0].Mean.Should().BeApproximately(0.75, 0.01);
        fit.Mixture.Components[1].Mean.Should().BeApproximately(1.25, 0.01);
        fit.Mixture.Components[1].Deviation.Should().BeApproximately(0.08, 0.01);
        var modes = DistributionMode.Of(fit.Mixture);
        modes.Should().HaveCount(2);
        modes[0].Value.Should().BeApproximately(0.75, 0.02);
        modes[1].Value.Should().BeApproximately(1.25, 0.02);
        modes[0].Share.Should().BeApproximately(0.4, 0.03);
    }

    [Fact]
    public void Measurement_errors_are_taken_off_the_width()
    {
        var (values, errors) = Draw(5, 5000, random => 1 + (0.1 * random.NextGaussian()), 0.3);
        var fit = GaussianMixtureFit.Of(values, errors, 1);
        fit.Mixture.Components[0].Deviation.Should().BeApproximately(0.1, 0.02);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_skewed_distribution_has_one_mode_however_many_components_describe_it(ulong seed)
    {
        var (values, errors) = Draw(seed, 5000, random => Math.Exp(0.4 * random.NextGaussian()), 0.05);
        var fit = GaussianMixtureFit.Best(values, errors, 5);
        fit.Mixture.Components.Count.Should().BeGreaterThan(1, "a lognormal distribution is not normal");
        DistributionMode.Of(fit.Mixture).Should().ContainSingle().Which.Share.Should().BeApproximately(1, 1e-9);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_normal_distribution_needs_one_component(ulong seed)
    {
        var (values, errors) = Draw(seed, 400, random => 1 + (0.2 * random.NextGaussian()), 0.1);
        GaussianMixtureFit.Best(values, errors, 4).Mixture.Components.Should().ContainSingle();
    }

    [Fact]
    public void A_handful_of_outliers_is_no_mode()
    {
        var (values, errors) = Draw(7, 2000, random => random.NextDouble() < 0.01 ? 4 : 1 + (0.1 * random.NextGaussian()), 0);
        DistributionMode.Of(GaussianMixtureFit.Best(values, errors, 4).Mixture).Should().ContainSingle();
    }

    [Fact]
    public void Modes_end_in_the_valleys_between_them()
    {
        var mixture = new GaussianMixture([new(0.5, 0, 0.1), new(0.5, 1, 0.1)]);
        var modes = DistributionMode.Of(mixture);
        modes.Should().HaveCount(2);
        modes[0].UpperEnd.Should().BeInRange(0.35, 0.65);
        modes[0].Share.Should().BeApproximately(0.5, 0.01);
        modes[1].UpperEnd.Should().Be(double.PositiveInfinity);
    }

    [Fact]
    public void A_measured_value_is_pulled_towards_the_distribution_by_its_own_error()
    {
        var mixture = new GaussianMixture([new(1, 1, 0.2)]);
        var (mean, deviation) = mixture.Posterior(2, 0.1);
        mean.Should().BeApproximately(1 + (0.04 / 0.05), 1e-12);
        deviation.Should().BeApproximately(Math.Sqrt(0.04 * 0.01 / 0.05), 1e-12);
        mixture.Posterior(2, 0).Should().Be((2, 0));
    }

    [Fact]
    public void Equal_values_make_one_narrow_component()
    {
        var fit = GaussianMixtureFit.Best([1, 1, 1, 1], [0, 0, 0, 0], 2);
        fit.Mixture.Components[0].Mean.Should().Be(1);
        double.IsFinite(fit.LogLikelihood).Should().BeTrue();
    }

    [Fact]
    public void Without_values_there_is_nothing_to_fit()
    {
        var empty = () => GaussianMixtureFit.Best([], [], 2);
        empty.Should().Throw<ArgumentException>().WithMessage("no values to fit a mixture to*");
    }

    private static (double[] Values, double[] Errors) Draw(ulong seed, int count, Func<RandomStream, double> draw, double error)
    {
        var random = new RandomStream(seed);
        double[] values = [.. Enumerable.Range(0, count).Select(_ => draw(random) + (error * random.NextGaussian()))];
        return (values, [.. Enumerable.Repeat(error, count)]);
    }
}
