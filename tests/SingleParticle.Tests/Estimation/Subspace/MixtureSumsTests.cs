using SingleParticle.Estimation.Subspace;
using SingleParticle.Estimation.Subspace.Mixtures;
using SingleParticle.Statistics;

namespace SingleParticle.Tests.Estimation.Subspace;

public class MixtureSumsTests
{
    private const int Dimension = 5;

    private static readonly double[][] Centres = [[1, 0, 0.5, 0, 0], [-1, 0.3, 0, 0.2, 0], [0, 0, 0, -2, 1]];
    private static readonly double[] LogWeights = [Math.Log(0.5), Math.Log(0.3), Math.Log(0.2)];

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(21)]
    public void Blocks_say_of_every_particle_what_the_equations_say(int count)
    {
        var (latent, spread) = Draw(count);
        var integrated = new IntegratedLatents(latent, new SpreadLatents(spread, Dimension));
        for (var i = 0; i < count; i++)
        {
            var plain = new PlainMixture(latent, i, spread);
            ShouldBeClose(integrated.Precision(i), plain.Precision);
            ShouldBeClose(integrated.Projection(i), plain.Projection);
            integrated.AtOrigin(i).Should().BeApproximately(plain.AtOrigin, 1e-6);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(21)]
    public void Sums_over_blocks_are_those_over_particles(int count)
    {
        var (latent, spread) = Draw(count);
        var sums = Sums(latent, new SpreadLatents(spread, Dimension));
        var plain = Enumerable.Range(0, count).Select(i => new PlainMixture(latent, i, spread)).ToArray();
        var joint = plain.Select(one => one.Joint(Centres, LogWeights)).ToArray();
        var evidence = joint.Select(ofOne => Math.Log(ofOne.Sum(Math.Exp))).ToArray();
        sums.LogLikelihood.Should().BeApproximately(evidence.Sum(), 1e-6 * count);
        double Posterior(int i, int k) => Math.Exp(joint[i][k] - evidence[i]);
        for (var k = 0; k < Centres.Length; k++)
        {
            const int size = Dimension + 1;
            var expected = new double[size * size];
            for (var i = 0; i < expected.Length; i++)
                expected[i] = plain.Select((one, particle) => Posterior(particle, k) * Said(one, i / size, i % size)).Sum();
            ShouldBeClose(sums.OfClass(k), expected);
        }

        var scatter = new double[Dimension * Dimension];
        for (var i = 0; i < scatter.Length; i++)
        {
            scatter[i] = plain.Select((one, particle) => Centres.Select((centre, k) =>
                Posterior(particle, k) * one.Rest(centre)[i / Dimension] * one.Rest(centre)[i % Dimension]).Sum()).Sum();
        }

        ShouldBeClose(sums.Scatter(), scatter);
    }

    [Fact]
    public void A_sample_takes_every_so_manieth_particle_from_the_first_on()
    {
        var latent = Draw(21).Latent;
        var sample = new LatentBlocks(latent, 4);
        (sample.Count, sample.BlockCount).Should().Be((6, 1));
        for (var i = 0; i < 6; i++)
            sample.Block(0)[LatentBlocks.RowStart(Dimension)][i].Should().Be(latent.Projection(4 * i)[0]);
        foreach (var element in sample.Block(0))
            (element[6], element[7]).Should().Be((0, 0));
    }

    private static MixtureSums Sums(LatentParticles latent, SpreadLatents spread)
    {
        var (sums, blocks) = (new MixtureSums(Centres.Length, Dimension), new LatentBlocks(latent, 1));

        // What is left of an iteration before must not matter.
        sums.Clear(Centres, [.. LogWeights.Reverse()]);
        sums.Add(spread, blocks.Block(0));
        sums.Clear(Centres, LogWeights);
        for (var block = 0; block < blocks.BlockCount; block++)
            sums.Add(spread, blocks.Block(block));
        return sums;
    }

    /// <summary>An element of [G b; b' 1].</summary>
    private static double Said(PlainMixture plain, int row, int column) => (row < Dimension, column < Dimension) switch
    {
        (true, true) => plain.Precision[(row * Dimension) + column],
        (true, false) => plain.Projection[row],
        (false, true) => plain.Projection[column],
        (false, false) => 1,
    };

    private static (LatentParticles Latent, double[] Spread) Draw(int count)
    {
        var (random, latent) = (new RandomStream(6), new LatentParticles(count, Dimension));
        for (var i = 0; i < count; i++)
        {
            Square(random, 0.5 + i).CopyTo(latent.Precision(i));
            for (var q = 0; q < Dimension; q++)
                latent.Projection(i)[q] = 3 * random.NextGaussian();
        }

        return (latent, Square(random, 0.3));
    }

    /// <summary>A symmetric positive matrix.</summary>
    private static double[] Square(RandomStream random, double size)
    {
        var root = Enumerable.Range(0, Dimension * Dimension).Select(_ => random.NextGaussian()).ToArray();
        var square = new double[root.Length];
        for (var i = 0; i < square.Length; i++)
        {
            square[i] = size / Dimension * Enumerable.Range(0, Dimension)
                .Sum(k => root[(i / Dimension * Dimension) + k] * root[(i % Dimension * Dimension) + k]);
        }

        return square;
    }

    // The ridge on W, 1e-9, is the greatest difference.
    private static void ShouldBeClose(double[] values, double[] expected)
    {
        values.Should().HaveSameCount(expected);
        for (var i = 0; i < values.Length; i++)
            values[i].Should().BeApproximately(expected[i], 1e-6 * expected.Max(Math.Abs));
    }
}
