using Plugin.Classify3D;
using Plugins.Tests.Classify3D.Planted;

namespace Plugins.Tests.Classify3D;

public class ClassificationProblemTests : IClassFixture<TwoPlantedStates>
{
    private const double Correlation = 9, Power = 7;

    private readonly PlantedParticles _particles;

    public ClassificationProblemTests(TwoPlantedStates states) => _particles = states.Particles;

    [Fact]
    public void The_scale_is_integrated_out_within_a_tenth_of_itself()
    {
        using var planted = new PlantedProblem(_particles);
        var problem = planted.Problem;
        var scale = problem.Scale[0];
        var (integral, sum, deviation) = (0.0, 0.0, 0.1 * scale);
        for (var a = scale - (8 * deviation); a < scale + (8 * deviation); a += deviation / 500)
        {
            var density = Math.Exp(-(a - scale) * (a - scale) / (2 * deviation * deviation));
            sum += density;
            integral += density * Math.Exp((a * Correlation) - (a * a * Power / 2));
        }

        problem.LogLikelihood(0, Correlation, Power).Should().BeApproximately(Math.Log(integral / sum), 1e-6);
    }

    [Fact]
    public void A_scale_that_is_to_be_one_is_one()
    {
        using var planted = new PlantedProblem(_particles);
        var problem = planted.Problem with
        {
            Scale = [1, 1],
            Options = planted.Problem.Options with { PerParticleScale = PerParticleScale.None },
        };
        problem.LogLikelihood(1, Correlation, Power).Should().Be(Correlation - (Power / 2));
    }
}
