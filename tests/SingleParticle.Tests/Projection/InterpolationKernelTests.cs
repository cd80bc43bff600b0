using SingleParticle.Projection;

namespace SingleParticle.Tests.Projection;

public class InterpolationKernelTests
{
    [Fact]
    public void Polynomial_weights_match_the_window_to_one_part_in_a_million()
    {
        Span<float> weights = stackalloc float[InterpolationKernel.Width];
        for (var i = 0; i < 2000; i++)
        {
            var fraction = i / 2000f;
            InterpolationKernel.Weights(fraction, weights);
            for (var tap = 0; tap < weights.Length; tap++)
            {
                var exact = InterpolationKernel.Value((double)fraction + InterpolationKernel.TapsBelow - tap);
                if (i > 0) ((double)weights[tap]).Should().BeApproximately(exact, 1e-6);
            }
        }
    }

    [Fact]
    public void Integrates_to_one()
    {
        var sum = 0.0;
        for (var i = 0; i < 40_000; i++) sum += InterpolationKernel.Value(-2 + ((i + 0.5) * 1e-4)) * 1e-4;
        sum.Should().BeApproximately(1, 1e-6);
    }

    [Fact]
    public void Deapodisation_is_the_inverse_of_the_kernels_transform_where_copies_do_not_overlap()
    {
        foreach (var position in new[] { 0.0, 0.1, 0.2, 0.3 })
        {
            var transform = 0.0;
            for (var i = 0; i < 40_000; i++)
            {
                var distance = -2 + ((i + 0.5) * 1e-4);
                transform += InterpolationKernel.Value(distance) * Math.Cos(2 * Math.PI * distance * position) * 1e-4;
            }
            Deapodization.Factor(position).Should().BeApproximately(1 / transform, 1e-4 / transform);
        }
    }

    [Fact]
    public void Deapodisation_is_even_and_centred_on_the_origin_voxel()
    {
        var factors = Deapodization.Factors(72, 64);
        factors[32].Should().Be(factors.Min());
        factors[31].Should().BeApproximately(factors[33], 1e-12);
        factors[0].Should().BeApproximately(Deapodization.Factor(-32 / 72.0), 1e-12);
    }
}
