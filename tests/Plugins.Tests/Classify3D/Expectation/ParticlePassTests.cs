using Plugin.Classify3D.Expectation;
using Plugin.Classify3D.Maximization;
using Plugins.Tests.Classify3D.Planted;
using SingleParticle.Estimation;
using SingleParticle.Projection;

namespace Plugins.Tests.Classify3D.Expectation;

public class ParticlePassTests
{
    private static readonly PlantedOptions Few = new() { Count = 60 };

    [Fact]
    public void With_full_similarity_all_classes_get_the_same_statistics()
    {
        using var particles = new PlantedParticles(Few);
        using var planted = new PlantedProblem(particles);
        using var state = planted.Start();
        using var statistics = new ClassStatistics(planted.Problem.Engine, 2, CommonPart.Present);
        Pass(planted, state, statistics, similarity: 1);
        var folded = statistics.Folded().ToArray();
        folded[0].HalfA.Denominator.Should().Equal(folded[1].HalfA.Denominator);
        folded[0].HalfB.Numerator.Should().Equal(folded[1].HalfB.Numerator);
        folded[0].HalfA.Denominator.Max().Should().BeGreaterThan(0);
    }

    [Fact]
    public void The_common_part_is_what_pulling_every_posterior_would_give()
    {
        using var particles = new PlantedParticles(Few);
        using var planted = new PlantedProblem(particles, "posterior_threshold", "0");
        using var state = planted.Start();
        using var pulled = new ClassStatistics(planted.Problem.Engine, 2, CommonPart.Present);
        using var plain = new ClassStatistics(planted.Problem.Engine, 2, CommonPart.Absent);
        Pass(planted, state, pulled, similarity: 0.5);
        Pass(planted, state, plain, similarity: 0);
        var (mixed, own) = (pulled.Folded().ToArray(), plain.Folded().ToArray());
        for (var k = 0; k < 2; k++)
        {
            var expected = Denominators(own[k].HalfA).Zip(Denominators(own[1 - k].HalfA), (mine, other) => (0.75 * mine) + (0.25 * other));
            Denominators(mixed[k].HalfA).Zip(expected, (found, wanted) => Math.Abs(found - wanted) / (wanted + 1e-9)).Max()
                .Should().BeLessThan(1e-4);
        }
    }

    [Fact]
    public void A_batch_with_its_weight_counts_like_so_many_particles()
    {
        using var particles = new PlantedParticles(Few);
        using var planted = new PlantedProblem(particles);
        using var state = planted.Start();
        using var once = new ClassStatistics(planted.Problem.Engine, 2, CommonPart.Absent);
        using var thrice = new ClassStatistics(planted.Problem.Engine, 2, CommonPart.Absent);
        Pass(planted, state, once, 0);
        Pass(planted, state, thrice, 0, weight: 3);
        var (one, three) = (once.Folded().First(), thrice.Folded().First());
        Denominators(three.HalfA).Zip(Denominators(one.HalfA), (many, few) => Math.Abs(many - (3 * few)) / (few + 1e-9)).Max()
            .Should().BeLessThan(1e-4);
    }

    [Fact]
    public void Soft_and_hard_assignment_agree_where_posteriors_are_0_or_1()
    {
        using var particles = new PlantedParticles(Few with { NoiseToSignal = 0.05 });
        using var planted = new PlantedProblem(particles, "init_mode", "simple");
        using var state = planted.Start();
        state.Noise = new NoiseSpectrum(Array.ConvertAll(state.Noise.Power, group => Array.ConvertAll(group, power => 1e-5 * power)));
        using var soft = new ClassStatistics(planted.Problem.Engine, 2, CommonPart.Absent);
        using var hard = new ClassStatistics(planted.Problem.Engine, 2, CommonPart.Absent);
        var softPosteriors = Pass(planted, state, soft, 0).Posteriors;
        softPosteriors.Should().OnlyContain(posterior => posterior < 1e-6f || posterior > 1 - 1e-6f, "the test needs a clear case");
        Pass(planted, state, hard, 0, hardening: Hardening.Hard);
        soft.Folded().First().HalfA.Denominator.Should().Equal(hard.Folded().First().HalfA.Denominator);
    }

    [Fact]
    public void Only_the_records_asked_for_are_looked_at()
    {
        using var particles = new PlantedParticles(Few);
        using var planted = new PlantedProblem(particles);
        using var state = planted.Start();
        var request = new PassRequest { Records = [3, 8], Posteriors = state.Posteriors, Statistics = null };
        var result = ParticlePass.Run(planted.Problem, state, request, _ => { }, default);
        result.ClassSizes.Sum().Should().BeApproximately(2, 1e-5);
        var posteriors = state.Posteriors.ToArray();
        Enumerable.Range(0, 60).Where(record => posteriors[2 * record] + posteriors[(2 * record) + 1] > 0)
            .Should().Equal(3, 8);
    }

    private static double[] Denominators(FoldedStatistics statistics) => Array.ConvertAll(statistics.Denominator, value => (double)value);

    private static (PassResult Result, float[] Posteriors) Pass(
        PlantedProblem planted,
        Plugin.Classify3D.Schedules.ClassificationState state,
        ClassStatistics statistics,
        double similarity,
        double weight = 1,
        Hardening hardening = Hardening.Soft)
    {
        var posteriors = new float[state.Posteriors.Length];
        var request = new PassRequest
        {
            Records = planted.Problem.UsableRecords,
            Posteriors = posteriors,
            Statistics = statistics,
            ClassSimilarity = similarity,
            Weight = weight,
            Hardening = hardening,
        };
        return (ParticlePass.Run(planted.Problem, state, request, _ => { }, default), posteriors);
    }
}
