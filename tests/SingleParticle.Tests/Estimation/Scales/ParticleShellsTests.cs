using SingleParticle.Estimation.Scales;

namespace SingleParticle.Tests.Estimation.Scales;

public class ParticleShellsTests
{
    // [part: outside, inside, whole][shell][A, B]
    private static readonly float[] Sums = [0, 0, 4, 6, 2, 1, 0, 0, 1, 2, 1, 3, 0, 0, 7, 8, 5, 4];
    private static readonly float[] Weights = [0, 1, 0.5f];

    [Fact]
    public void A_whole_reference_is_fitted_with_its_weighted_sums()
    {
        var fit = new ParticleShells(Sums.AsSpan(0, 6), 1).Fit(Weights);
        (fit.SlicePower, fit.Correlation, fit.Optimum).Should().Be((5, 6.5, 1.3));
    }

    [Fact]
    public void The_model_of_a_divided_reference_counts_the_overlap_of_its_parts()
    {
        var model = new double[6];
        new ParticleShells(Sums, 3).Model(2, 3, model);
        // 2² A_o + 3² A_i + 2 x 3 x (A_whole - A_o - A_i), 2 B_o + 3 B_i.
        model.Should().Equal(0, 0, 16 + 9 + 12, 12 + 6, 8 + 9 + 12, 2 + 9);
    }

    [Fact]
    public void Gains_count_once_in_the_correlation_and_twice_in_the_power()
    {
        var sums = (float[])Sums.Clone();
        ParticleShells.Multiply(sums, [1, 2, 0.5]);
        sums.Should().Equal(0, 0, 16, 12, 0.5f, 0.5f, 0, 0, 4, 4, 0.25f, 1.5f, 0, 0, 28, 16, 1.25f, 2);
    }
}
