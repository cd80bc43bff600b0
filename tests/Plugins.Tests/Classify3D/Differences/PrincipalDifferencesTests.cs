using Plugin.Classify3D.Differences;
using Plugin.Classify3D.Expectation;
using SingleParticle.Estimation;
using SingleParticle.Fourier;
using SingleParticle.Particles;
using SingleParticle.Statistics;
using SingleParticle.Volumes;

namespace Plugins.Tests.Classify3D.Differences;

public class PrincipalDifferencesTests
{
    private const int Box = 24;

    // Particles in class 1, 2, 3 of every half-set.
    private static readonly int[] Sizes = [100, 60, 40];

    [Fact]
    public void Noise_alone_hardly_ever_makes_more_than_the_one_way_that_is_always_kept() =>
        Enumerable.Range(1, 100).Count(seed => Find((ulong)seed, [0, 0, 0], [0, 0, 0]).Count > 1).Should().BeLessThan(2);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Two_classes_of_one_state_differ_from_the_third_in_one_way(ulong seed)
    {
        var ways = Find(seed, [1, -1, -1], [0, 0, 0]);
        ways.Count.Should().Be(1);
        (ways.ToClasses[1, 0] / ways.ToClasses[2, 0]).Should().BeApproximately(1, 0.2);
        (ways.ToClasses[0, 0] / ways.ToClasses[1, 0]).Should().BeApproximately(-1, 0.2);
        Enumerable.Range(0, 3).Sum(k => ways.FromClasses[0, k] * ways.ToClasses[k, 0]).Should().BeApproximately(1, 1e-6);
    }

    [Fact]
    public void Three_states_differ_in_two_ways() => Find(1, [1, -1, -1], [0, 1, -1.5]).Count.Should().Be(2);

    [Fact]
    public void A_weak_way_is_found_beside_one_that_is_strong_in_other_shells()
    {
        var ways = Find(1, [25, -25, -25], [0, 1, -1.5], smoothFirst: true);
        ways.Count.Should().Be(2);
        // What classes 2 and 3 differ by is the second pattern alone.
        (ways.ToClasses[1, 1] * ways.ToClasses[2, 1]).Should().BeNegative();
    }

    [Fact]
    public void Combinations_of_classes_have_independent_noise_of_size_1()
    {
        var (sharing, random) = (new ParticleSharing(3), new RandomStream(3));
        for (var i = 0; i < 200; i++)
        {
            double[] posteriors = [random.NextGaussian(), random.NextGaussian(), random.NextGaussian()];
            ClassPosteriors.Softmax(posteriors, [0, 0, 0]);
            var scale = 1 + (0.1 * random.NextGaussian());
            sharing.AddShares(i % 2 == 0 ? HalfSet.A : HalfSet.B, Array.ConvertAll(posteriors, p => (float)p), scale);
        }

        var covariance = new double[3, 3];
        for (var k = 0; k < 3; k++)
        {
            for (var l = 0; l < 3; l++)
                covariance[k, l] = sharing.NoiseCovariance(k, l);
        }

        var whitening = NoiseWhitening.Of(sharing, [0, 1, 2]);
        whitening.Count.Should().Be(2, "differences from the consensus add up to nothing");
        var white = whitening.Apply(covariance);
        for (var i = 0; i < 2; i++)
        {
            for (var j = 0; j < 2; j++)
                white[i, j].Should().BeApproximately(i == j ? 1 : 0, 1e-6);
        }
    }

    /// <summary>Classes that differ by patterns times factors, and half maps with noise as their sizes make it.</summary>
    private static PrincipalDifferences Find(ulong seed, double[] first, double[] second, bool smoothFirst = false)
    {
        var (sharing, random) = (new ParticleSharing(3), new RandomStream(seed));
        for (var k = 0; k < 3; k++)
        {
            for (var i = 0; i < 2 * Sizes[k]; i++)
                sharing.AddShares(i % 2 == 0 ? HalfSet.A : HalfSet.B, [k == 0 ? 1 : 0, k == 1 ? 1 : 0, k == 2 ? 1 : 0], 1);
        }

        var mask = new Volume(Box, 4).WithValues([.. Enumerable.Range(0, Box * Box * Box).Select(i => InBall(i) ? 1f : 0f)]);
        Volume[] patterns = [Noise(mask, random, 0.4), Noise(mask, random, 0.4)];
        if (smoothFirst)
            patterns[0] = FourierFilter.LowPass(patterns[0], 40, 1, 1);
        Volume[][] halves = [Halves(), Halves()];
        var consensus = Map(Mean(halves[0]), Mean(halves[1]));
        var differences = new ClassDifferences(
            mask, consensus, new Sorting([mask, mask, mask], sharing, Memory<float>.Empty, new NoiseSpectrum([[1]])));
        for (var k = 0; k < 3; k++)
            differences.Set(k, Map(halves[0][k], halves[1][k]));
        return PrincipalDifferences.Find(differences, sharing, mask, (Box / 2) - 1, 1);

        Volume[] Halves() => [.. Enumerable.Range(0, 3).Select(k =>
        {
            var noise = Noise(mask, random, 5 / Math.Sqrt(Sizes[k]));
            return noise.WithValues([.. noise.Values.Select((value, i) => (float)(
                value + (first[k] * patterns[0].Values[i]) + (second[k] * patterns[1].Values[i])))]);
        })];

        Volume Mean(Volume[] maps) => mask.WithValues(
        [
            .. Enumerable.Range(0, mask.Values.Length)
                .Select(i => (float)(Enumerable.Range(0, 3).Sum(k => Sizes[k] * (double)maps[k].Values[i]) / Sizes.Sum())),
        ]);
    }

    private static RegularisedMap Map(Volume halfA, Volume halfB) => new(halfA, new HalfMaps(halfA, halfB), new double[Box / 2], 8);

    private static bool InBall(int index)
    {
        var (x, y, z) = ((index % Box) - (Box / 2), (index / Box % Box) - (Box / 2), (index / (Box * Box)) - (Box / 2));
        return (x * x) + (y * y) + (z * z) < Box * Box / 9;
    }

    private static Volume Noise(Volume like, RandomStream random, double size) =>
        like.WithValues([.. like.Values.Select(_ => (float)(size * random.NextGaussian()))]);
}
