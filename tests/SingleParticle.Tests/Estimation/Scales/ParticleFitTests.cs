using SingleParticle.Estimation.Scales;

namespace SingleParticle.Tests.Estimation.Scales;

public class ParticleFitTests
{
    private static readonly double[] Outside = [1, 2, -1, 0.5];
    private static readonly double[] Inside = [0.5, 1.5, 1, -2];

    [Fact]
    public void A_noise_free_particle_shows_the_amplitudes_of_both_regions()
    {
        double[] image = [.. Outside.Zip(Inside, (o, i) => (1.3 * o) + (0.4 * i))];
        var fit = Fit(image);
        fit.Optimum.Should().BeApproximately(1.3, 1e-12);
        fit.InsideAmplitude.Should().BeApproximately(0.4, 1e-12);
    }

    [Fact]
    public void The_scale_of_the_outside_has_the_variance_that_its_information_promises()
    {
        var random = new Random(5);
        var fits = Enumerable.Range(0, 20000)
            .Select(_ => Fit([.. Outside.Zip(Inside, (o, i) => o + i + Normal(random))])).ToArray();
        var variance = fits.Average(fit => Math.Pow(fit.Optimum - 1, 2));
        (variance * fits[0].Information).Should().BeApproximately(1, 0.05);
        fits[0].Information.Should().BeLessThan(Dot(Outside, Outside), "the free amplitude costs information");
    }

    [Fact]
    public void Where_nothing_lies_inside_the_outside_is_fitted_alone()
    {
        var fit = ParticleFit.OfOutside((2, 3), (0, 0), (2, 3));
        fit.Should().Be(ParticleFit.OfWhole(2, 3));
    }

    [Fact]
    public void Regions_that_look_alike_tell_nothing()
    {
        var fit = ParticleFit.OfOutside((2, 3), (2, 3), (8, 6));
        (fit.Information, fit.Optimum).Should().Be((0, 0));
    }

    private static ParticleFit Fit(double[] image)
    {
        double[] whole = [.. Outside.Zip(Inside, (o, i) => o + i)];
        return ParticleFit.OfOutside(Sums(Outside, image), Sums(Inside, image), Sums(whole, image));
    }

    private static (double A, double B) Sums(double[] model, double[] image) => (Dot(model, model), Dot(model, image));

    private static double Dot(double[] first, double[] second) => first.Zip(second, (a, b) => a * b).Sum();

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
