using Plugin.Classify3D.Expectation;

namespace Plugins.Tests.Classify3D.Expectation;

public class ClassPosteriorsTests
{
    [Fact]
    public void Full_similarity_makes_every_posterior_one_over_K_and_none_leaves_it()
    {
        float[] posteriors = [0.7f, 0.2f, 0.1f, 0];
        var pulled = (float[])posteriors.Clone();
        ClassPosteriors.Pull(pulled, 0);
        pulled.Should().Equal(posteriors);
        ClassPosteriors.Pull(pulled, 1);
        pulled.Should().OnlyContain(posterior => posterior == 0.25f);
    }

    [Fact]
    public void Posteriors_and_likelihood_stand_up_to_differences_of_thousands()
    {
        double[] values = [-5000, -5001, 3000];
        var logLikelihood = ClassPosteriors.Softmax(values, [Math.Log(0.25), Math.Log(0.5), Math.Log(0.25)]);
        values.Should().Equal(0, 0, 1);
        logLikelihood.Should().BeApproximately(3000 + Math.Log(0.25), 1e-9);
    }

    [Fact]
    public void Hardening_leaves_posteriors_that_are_0_or_1_as_they_are()
    {
        float[] posteriors = [0, 1, 0];
        ClassPosteriors.Harden(posteriors, lot: 1);
        posteriors.Should().Equal(0, 1, 0);
    }

    [Fact]
    public void A_particle_not_looked_at_has_no_class()
    {
        ClassPosteriors.LargestOrNone([0, 0], lot: 1).Should().Be(-1);
        ClassPosteriors.LargestOrNone([0.4f, 0.6f], lot: 1).Should().Be(1);
    }

    [Fact]
    public void Equal_classes_share_particles_by_lot_and_each_particle_stays_where_it_is()
    {
        float[] posteriors = [0.33f, 0.1f, 0.327f, 0.243f];
        var drawn = Enumerable.Range(0, 1000).Select(lot => ClassPosteriors.Largest(posteriors, (ulong)lot)).ToArray();
        drawn.Distinct().Should().BeEquivalentTo([0, 2]);
        drawn.Count(k => k == 0).Should().BeInRange(430, 570);
        Enumerable.Range(0, 1000).Select(lot => ClassPosteriors.Largest(posteriors, (ulong)lot)).Should().Equal(drawn);
    }

    [Fact]
    public void Classes_below_a_probability_are_ruled_out_for_good_and_the_likeliest_never()
    {
        bool[] ruledOut = [false, false, true, false];
        ClassPosteriors.RuleOut([-1000, -1000 - 6.8, double.NegativeInfinity, -1000 - 7.0], 1e-3, ruledOut);
        ruledOut.Should().Equal(false, false, true, true);
    }
}
