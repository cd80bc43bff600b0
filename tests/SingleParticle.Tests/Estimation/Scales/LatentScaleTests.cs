using SingleParticle.Estimation.Scales;

namespace SingleParticle.Tests.Estimation.Scales;

public class LatentScaleTests
{
    private static readonly ScaleStates Two = new([[1, -0.5], [-0.8, 0.6]], [0.7, 0.3], [0.09, 0, 0, 0.04], [1, 1.1]);

    [Fact]
    public void Scales_are_right_on_average_and_as_far_off_as_their_information_promises()
    {
        var planted = new PlantedScales(Two, 20000);
        var (bias, square, fit) = (0.0, 0.0, new LatentScale(Two));
        for (var i = 0; i < planted.Scale.Length; i++)
        {
            fit.Settle(planted.Sums.Precision(i), planted.Sums.Projection(i), 1);
            var error = (fit.Scale - planted.Scale[i]) * Math.Sqrt(fit.Information);
            (bias, square) = (bias + (error / planted.Scale.Length), square + (error * error / planted.Scale.Length));
        }

        bias.Should().BeApproximately(0, 0.04);
        square.Should().BeApproximately(1, 0.05);
    }

    [Fact]
    public void Particles_are_known_to_be_in_their_states_and_scaled_by_them()
    {
        var planted = new PlantedScales(Two, 2000);
        var (right, fit) = (0, new LatentScale(Two));
        for (var i = 0; i < planted.Scale.Length; i++)
        {
            fit.Settle(planted.Sums.Precision(i), planted.Sums.Projection(i), 1);
            (fit.Posterior(0) + fit.Posterior(1)).Should().BeApproximately(1, 1e-12);
            right += fit.Posterior(planted.State[i]) > 0.5 ? 1 : 0;
        }

        (right / 2000.0).Should().BeGreaterThan(0.99);
    }

    [Fact]
    public void Amplitudes_leave_the_noise_but_for_the_one_number_that_the_scale_takes()
    {
        var planted = new PlantedScales(Two, 20000);
        var (left, fit) = (0.0, new LatentScale(Two));
        for (var i = 0; i < planted.Scale.Length; i++)
        {
            var (gram, projection) = (planted.Sums.Precision(i).ToArray(), planted.Sums.Projection(i).ToArray());
            fit.Settle(gram, projection, 1);
            var (mean, products) = fit.Amplitudes(gram, projection);
            var explained = mean.Zip(projection, (m, b) => 2 * m * b).Sum() - products.Zip(gram, (p, g) => p * g).Sum();
            left += (planted.Power[i] - explained) / planted.Scale.Length;
        }

        left.Should().BeApproximately(PlantedScales.Length - 1, 0.2);
    }

    [Fact]
    public void In_one_state_coordinates_are_integrated_out_as_the_equation_says()
    {
        // One component, W = 0.25, centre 0.5, f = 1.2, a = 2: 1 / (1 / W + a² G) = 1 / (4 + 4 G).
        double[] gram = [10, 3, 3, 5];
        double[] correlations = [16, 7];
        var states = new ScaleStates([[0.5]], [1], [0.25], [1.2]);
        var fit = new LatentScale(states);
        var scale = 2.0;
        fit.Settle(gram, correlations, scale);
        for (var i = 0; i < 3; i++)
        {
            var (cross, within) = (3 + (0.5 * 5), 1 / (4 + (scale * scale * 5)));
            var information = 1.44 * (10 + (2 * 0.5 * 3) + (0.25 * 5) - (scale * scale * cross * cross * within));
            var score = 1.2 * (16 + (0.5 * 7) - (scale * scale * cross * 7 * within));
            scale = score / information;
            if (i == 2)
                fit.Information.Should().BeApproximately(information, 1e-6);
        }

        fit.Scale.Should().BeApproximately(scale, 1e-7);
        fit.ScaleIn(0).Should().BeApproximately(scale, 1e-7);
    }

    [Fact]
    public void A_particle_that_matches_nothing_has_a_scale_below_zero_and_a_finite_error()
    {
        var fit = new LatentScale(Two);
        fit.Settle([10, 0, 0, 0, 2, 0, 0, 0, 2], [-20, 0.5, 0.5], 1);
        fit.Scale.Should().BeNegative();
        double.IsFinite(fit.Information).Should().BeTrue();
    }
}
