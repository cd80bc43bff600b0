using Plugin.Classify3D;

namespace Plugins.Tests.Classify3D.Expectation;

public class ClassExclusionTests
{
    private const int ClassCount = 12;
    private const int ParticleCount = 4000;

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.001)]
    public void The_true_class_is_ruled_out_no_more_often_than_stated(double probability)
    {
        using var particles = new ModelParticles(ParticleCount, ClassCount, probability, 2);
        var (ruledOut, wrong) = Count(particles);
        ruledOut.Should().BeGreaterThan(ParticleCount * ClassCount / 4, "otherwise nothing is tested");
        ((double)wrong).Should().BeLessThan(Bound(probability, ruledOut));
    }

    [Fact]
    public void The_bound_on_errors_is_no_wider_than_it_needs_to_be_for_this_test_to_see_a_rule_too_loose()
    {
        using var particles = new ModelParticles(ParticleCount, ClassCount, 0.1, 2);
        var (ruledOut, wrong) = Count(particles);
        ((double)wrong).Should().BeGreaterThan(Bound(0.01, ruledOut), "a rule that is ten times as loose breaks the bound");
    }

    [Theory]
    [InlineData(0.001, 0.02)]
    [InlineData(0.001, 0.1)]
    public void A_class_ruled_out_would_seldom_have_had_a_posterior_above_a_threshold(double probability, double threshold)
    {
        using var particles = new ModelParticles(ParticleCount, ClassCount, probability, 2);
        var (ruledOut, above) = (0, 0);
        for (var item = 0; item < ParticleCount; item++)
        {
            var posteriors = ModelParticles.Posteriors(particles.Full, item);
            for (var k = 0; k < ClassCount; k++)
            {
                var isOut = particles.Partial.RuledOut[(item * ClassCount) + k];
                ruledOut += isOut ? 1 : 0;
                above += isOut && posteriors[k] > threshold ? 1 : 0;
            }
        }

        ((double)above).Should().BeLessThan(Bound(probability / threshold, ruledOut));
    }

    [Fact]
    public void At_the_default_the_likeliest_class_stays_the_same_and_posteriors_hardly_change()
    {
        var options = new Classify3DOptions { Classes = ClassCount };
        using var particles = new ModelParticles(ParticleCount, ClassCount, options.ClassExclusionProbability, 2);
        particles.Partial.RuledOut.Count(isOut => isOut).Should().BeGreaterThan(ParticleCount);
        particles.Partial.EvaluatedPixels.Sum().Should().BeLessThan(particles.Full.EvaluatedPixels.Sum());
        for (var item = 0; item < ParticleCount; item++)
        {
            var (full, partial) = (ModelParticles.Posteriors(particles.Full, item), ModelParticles.Posteriors(particles.Partial, item));
            Array.IndexOf(partial, partial.Max()).Should().Be(Array.IndexOf(full, full.Max()));
            full.Zip(partial, (one, other) => Math.Abs(one - other)).Max().Should().BeLessThan(1e-3);
        }
    }

    [Fact]
    public void Which_classes_are_ruled_out_does_not_depend_on_threads()
    {
        using var one = new ModelParticles(300, ClassCount, 1e-3, 1);
        using var three = new ModelParticles(300, ClassCount, 1e-3, 3);
        three.Partial.RuledOut.Should().Equal(one.Partial.RuledOut);
        three.Partial.SlicePower.Should().Equal(one.Partial.SlicePower);
        three.Partial.EvaluatedPixels.Should().Equal(one.Partial.EvaluatedPixels);
    }

    private static (int RuledOut, int Wrong) Count(ModelParticles particles) => (
        particles.Partial.RuledOut.Count(isOut => isOut),
        particles.Truth.Where((k, item) => particles.Partial.RuledOut[(item * ClassCount) + k]).Count());

    /// <remarks>Expected number of errors and four standard deviations.</remarks>
    private static double Bound(double probability, int ruledOut) =>
        (probability * ruledOut) + (4 * Math.Sqrt(probability * ruledOut)) + 1;
}
