using Plugin.Classify3D.Expectation;
using SingleParticle.Particles;
using SingleParticle.Statistics;

namespace Plugins.Tests.Classify3D.Expectation;

public class ParticleSharingTests
{
    [Fact]
    public void Noise_of_classes_that_share_no_particles_is_independent_but_for_the_consensus()
    {
        var sharing = new ParticleSharing(2);
        for (var i = 0; i < 10; i++)
            sharing.AddShares(HalfSet.A, i < 4 ? [1, 0] : [0, 1], scale: 2);
        // 4 and 6 particles of a² = 4.
        sharing.NoiseCovariance(0, 0).Should().BeApproximately((1 / 16.0) - (1 / 40.0), 1e-12);
        sharing.NoiseCovariance(0, 1).Should().BeApproximately(-1 / 40.0, 1e-12);
        sharing.WeightOf(1).Should().Be(24);
        sharing.HasBothHalves(0).Should().BeFalse();
    }

    [Fact]
    public void Noise_of_classes_that_share_every_particle_is_that_of_the_consensus()
    {
        var sharing = new ParticleSharing(2);
        for (var i = 0; i < 10; i++)
            sharing.AddShares(i % 2 == 0 ? HalfSet.A : HalfSet.B, [0.5f, 0.5f], scale: 1);
        sharing.NoiseCovariance(0, 0).Should().BeApproximately(0, 1e-12);
        sharing.NoiseCovariance(0, 1).Should().BeApproximately(0, 1e-12);
        sharing.HasBothHalves(1).Should().BeTrue();
    }

    /// <remarks>Particles are noise of 3 pixels and variance 1; sorting gathers what looks like the maps (Stein's identity).</remarks>
    [Fact]
    public void Sorting_noise_puts_as_much_of_the_maps_into_the_next_ones_as_is_foretold()
    {
        double[][] maps = [[1.2, 0, -0.4], [-0.3, 0.9, 0], [0, 0, 0.5]];
        var sharing = new ParticleSharing(3);
        var random = new RandomStream(7);
        var (gathered, weight) = (new double[3, 3], new double[3]);
        for (var i = 0; i < 200_000; i++)
        {
            double[] noise = [random.NextGaussian(), random.NextGaussian(), random.NextGaussian()];
            double[] posteriors = Array.ConvertAll(
                maps, map => map.Zip(noise, (m, n) => m * n).Sum() - (map.Sum(m => m * m) / 2));
            ClassPosteriors.Softmax(posteriors, [0, 0, 0]);
            sharing.AddPosteriors(HalfSet.A, posteriors, 1);
            sharing.AddShares(HalfSet.A, Array.ConvertAll(posteriors, p => (float)p), 1);
            for (var k = 0; k < 3; k++)
            {
                weight[k] += posteriors[k];
                for (var j = 0; j < 3; j++)
                    gathered[k, j] += posteriors[k] * noise[j];
            }
        }

        for (var k = 0; k < 3; k++)
        {
            for (var j = 0; j < 3; j++)
            {
                var foretold = Enumerable.Range(0, 3).Sum(l => sharing.SelectionBias(HalfSet.A, k, l) * maps[l][j]);
                (gathered[k, j] / weight[k]).Should().BeApproximately(foretold, 0.01);
            }
        }
    }
}
