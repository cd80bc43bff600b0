using SingleParticle.Estimation.Subspace;
using SingleParticle.Estimation.Subspace.Mixtures;
using SingleParticle.Statistics;

namespace SingleParticle.Tests.Estimation.Subspace;

public class SpreadLatentsTests
{
    [Fact]
    public void A_spread_of_one_coordinate_is_integrated_out_as_the_integral_says()
    {
        const double precision = 3, projection = 2.5, spread = 0.7, centre = 0.4;
        var latent = new LatentParticles(1, 1);
        (latent.Precision(0)[0], latent.Projection(0)[0]) = (precision, projection);
        var softened = new IntegratedLatents(latent, new SpreadLatents([spread], 1));
        var (g, b) = (softened.Precision(0)[0], softened.Projection(0)[0]);
        var integral = 0.0;
        const double step = 0.001;
        for (var z = -12.0; z < 12; z += step)
        {
            var density = Math.Exp(-(z - centre) * (z - centre) / (2 * spread)) / Math.Sqrt(2 * Math.PI * spread);
            integral += step * density * Math.Exp((projection * z) - (precision * z * z / 2));
        }

        (softened.AtOrigin(0) + (b * centre) - (g * centre * centre / 2)).Should().BeApproximately(Math.Log(integral), 1e-5);
    }

    [Fact]
    public void With_several_coordinates_the_precision_of_a_centre_is_that_of_both_variances_together()
    {
        var latent = new LatentParticles(1, 2);
        double[] precision = [4, 1, 1, 2], spread = [0.5, 0.2, 0.2, 0.3];
        precision.CopyTo(latent.Precision(0));
        latent.Projection(0)[0] = 1;
        var centres = new IntegratedLatents(latent, new SpreadLatents(spread, 2));

        // (G^-1 + W) times the result is the unit matrix; (1 + G W) times the projection is b.
        double[] inverse = [2.0 / 7, -1.0 / 7, -1.0 / 7, 4.0 / 7];
        double[] sum = [.. inverse.Zip(spread, (a, w) => a + w)];
        Product(sum, centres.Precision(0)).Should().BeEquivalentTo([1.0, 0, 0, 1], options => options.WithStrictOrdering()
            .Using<double>(pair => pair.Subject.Should().BeApproximately(pair.Expectation, 1e-6)).WhenTypeIs<double>());
        var (first, second) = (centres.Projection(0)[0], centres.Projection(0)[1]);
        var through = Product(precision, spread);
        (((1 + through[0]) * first) + (through[1] * second)).Should().BeApproximately(1, 1e-6);
        ((through[2] * first) + ((1 + through[3]) * second)).Should().BeApproximately(0, 1e-6);
    }

    [Fact]
    public void Every_update_is_more_likely_and_the_last_is_the_planted_spread()
    {
        var (random, latent) = (new RandomStream(5), new LatentParticles(4000, 2));
        for (var i = 0; i < latent.Count; i++)
        {
            for (var q = 0; q < 2; q++)
            {
                var z = Math.Sqrt(q == 0 ? 0.8 : 0.1) * random.NextGaussian();
                latent.Precision(i)[3 * q] = 5;
                latent.Projection(i)[q] = (5 * z) + (Math.Sqrt(5) * random.NextGaussian());
            }
        }

        var spread = new SpreadLatents([1, 0, 0, 1], 2);
        var before = double.NegativeInfinity;
        for (var iteration = 0; iteration < 15; iteration++)
        {
            var integrated = new IntegratedLatents(latent, spread);
            integrated.MeanLogLikelihood.Should().BeGreaterThan(before - 1e-9);
            before = integrated.MeanLogLikelihood;
            spread.Update(Scatter(integrated), integrated.MeanPrecision());
        }

        spread.Spread[0].Should().BeApproximately(0.8, 0.05);
        spread.Spread[3].Should().BeApproximately(0.1, 0.02);
        spread.Spread[1].Should().BeApproximately(0, 0.02);
    }

    [Fact]
    public void Particles_that_say_nothing_leave_no_spread_and_no_number_that_is_none()
    {
        var spread = new SpreadLatents([1, 0, 0, 1], 2);
        spread.Update(new double[4], new double[4]);
        spread.Spread.Should().OnlyContain(value => value == 0);
        new IntegratedLatents(new LatentParticles(3, 2), spread).MeanLogLikelihood.Should().Be(0);
    }

    /// <summary>About a single centre at 0 nothing is left but the projection itself.</summary>
    private static double[] Scatter(IntegratedLatents centres) => centres.Mean(i =>
    {
        var b = centres.Projection(i);
        return [b[0] * b[0], b[0] * b[1], b[1] * b[0], b[1] * b[1]];
    });

    private static double[] Product(double[] first, ReadOnlySpan<double> second) =>
    [
        (first[0] * second[0]) + (first[1] * second[2]), (first[0] * second[1]) + (first[1] * second[3]),
        (first[2] * second[0]) + (first[3] * second[2]), (first[2] * second[1]) + (first[3] * second[3]),
    ];
}
