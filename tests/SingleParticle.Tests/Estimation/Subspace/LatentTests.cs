using SingleParticle.Estimation.Subspace;
using SingleParticle.Estimation.Subspace.Mixtures;
using SingleParticle.Statistics;

namespace SingleParticle.Tests.Estimation.Subspace;

public class LatentTests
{
    private static readonly double[][] Points = [[2, 0, 0], [-1, 1.5, 0], [-1, -1.5, 0.5]];

    [Fact]
    public void Planted_points_are_found_from_any_seed()
    {
        var planted = new PlantedLatents(Points, 200, 20);
        for (var seed = 0UL; seed < 5; seed++)
        {
            var mixture = LatentMixture.Fit(planted.Latent, 3, new RandomStream(seed), 2, default);
            foreach (var point in Points)
                mixture.Centres.Min(centre => Distance(centre, point)).Should().BeLessThan(0.1);
        }
    }

    [Fact]
    public void A_state_that_is_spread_out_does_not_take_the_place_of_a_small_one()
    {
        double[][] small = [[2, 0.5, 0], [2, -0.5, 0]];
        double[][] spread = [.. Enumerable.Range(0, 12).Select(i => new[] { 0, 0, (i - 5.5) / 5 })];
        var planted = new PlantedLatents([.. spread, .. small], 100, 15);
        var centres = LatentMixture.Fit(planted.Latent, 3, new RandomStream(1), 2, default).Centres;
        small.Max(point => centres.Min(centre => Distance(centre, point))).Should().BeLessThan(0.15);
        centres.Min(centre => Distance(centre, [0, 0, 0])).Should().BeLessThan(0.15);
    }

    [Fact]
    public void States_are_found_where_every_coordinate_without_one_is_noise_of_the_components_own()
    {
        // Components that hold nothing but noise find their own particles' noise again: coordinates with more spread than G allows.
        var planted = new PlantedLatents([.. Points.Select(point => new[] { point[0], point[1], point[2], 0, 0, 0 })], 100, 10);
        var random = new RandomStream(3);
        for (var i = 0; i < planted.Latent.Count; i++)
        {
            for (var q = 3; q < 6; q++)
                planted.Latent.Projection(i)[q] += 10 * random.NextGaussian();
        }

        var centres = LatentMixture.Fit(planted.Latent, 3, new RandomStream(1), 2, default).Centres;
        foreach (var point in Points)
            centres.Min(centre => Distance(centre[..3], point)).Should().BeLessThan(0.2);
    }

    [Fact]
    public void The_mixture_does_not_depend_on_the_number_of_threads()
    {
        var planted = new PlantedLatents(Points, 50, 5);
        var one = LatentMixture.Fit(planted.Latent, 3, new RandomStream(0), 1, default);
        var two = LatentMixture.Fit(planted.Latent, 3, new RandomStream(0), 2, default);
        two.Centres.SelectMany(centre => centre).Should().Equal(one.Centres.SelectMany(centre => centre));
    }

    [Fact]
    public void Whitened_coordinates_have_unit_power_on_average()
    {
        var posterior = LatentPosterior.Whitened(new PlantedLatents(Points, 100, 3).Latent);
        for (var q = 0; q < 3; q++)
            Enumerable.Range(0, posterior.Count).Average(i => posterior.Power(i)[q]).Should().BeApproximately(1, 1e-9);
    }

    [Fact]
    public void Whitened_coordinates_are_turned_back_by_the_factor_that_is_kept()
    {
        var latent = new PlantedLatents(Points, 100, 3).Latent;
        var posterior = LatentPosterior.Whitened(latent);
        var mean = new double[3];
        latent.Solve(7, new double[9], mean);
        for (var q = 0; q < 3; q++)
            Enumerable.Range(0, 3).Sum(r => posterior.Whitening[q, r] * posterior.Mean(7)[r]).Should().BeApproximately(mean[q], 1e-12);
    }

    [Fact]
    public void Particles_without_information_stay_at_the_origin()
    {
        var latent = new LatentParticles(10, 2);
        var posterior = LatentPosterior.Whitened(latent);
        for (var i = 0; i < 10; i++)
        {
            posterior.Mean(i).ToArray().Should().OnlyContain(value => value == 0);
            posterior.Power(i)[0].Should().BeApproximately(1, 1e-12);
        }
    }

    [Fact]
    public void Without_the_last_coordinate_the_others_are_known_as_if_it_were_anything()
    {
        var latent = new LatentParticles(1, 3);
        double[] precision = [4, 1, 2, 1, 5, -1, 2, -1, 6];
        precision.CopyTo(latent.Precision(0));
        new double[] { 3, -2, 1.5 }.CopyTo(latent.Projection(0));
        var others = latent.WithoutLast();

        // The most likely last coordinate, (1.5 - 2 x + y) / 6, put into the likelihood.
        double[] point = [0.7, -0.4];
        double[] whole = [.. point, (1.5 - (2 * point[0]) + point[1]) / 6];
        (LogLikelihood(others, point) - LogLikelihood(others, [0, 0])).Should().BeApproximately(
            LogLikelihood(latent, whole) - LogLikelihood(latent, [0, 0, 0.25]), 1e-12);
    }

    private static double LogLikelihood(LatentParticles latent, double[] point)
    {
        var sum = 0.0;
        for (var q = 0; q < point.Length; q++)
        {
            sum += latent.Projection(0)[q] * point[q];
            for (var r = 0; r < point.Length; r++)
                sum -= latent.Precision(0)[(q * point.Length) + r] * point[q] * point[r] / 2;
        }

        return sum;
    }

    private static double Distance(double[] first, double[] second) =>
        Math.Sqrt(first.Zip(second, (a, b) => (a - b) * (a - b)).Sum());
}
