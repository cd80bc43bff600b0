using Plugin.Classify3D.Differences;
using Plugin.Classify3D.Evidence;
using SingleParticle.Fourier;
using SingleParticle.Volumes;

namespace Plugins.Tests.Classify3D.Evidence;

public class DifferenceTestTests
{
    private const int Box = 32;

    private static readonly float[] Amounts = [0, 0, 3.5f];

    [Fact]
    public void A_ball_holds_the_power_of_the_whole_sphere()
    {
        var map = Noise(new Random(3), Ball());
        var ball = new LowFrequencyBall(Box, 12, 1);
        var values = ball.Of(map);
        var spectrum = new ComplexFloat[new RealFft3D(Box).SpectrumLength];
        new RealFft3D(Box).Forward(map.Values, spectrum);
        var shape = HalfSpectrumShape.OfVolume(Box);
        for (var shell = 0; shell < ball.ShellCount; shell++)
        {
            double expected = 0, count = 0;
            for (var z = -12; z <= 12; z++)
            {
                for (var y = -12; y <= 12; y++)
                {
                    for (var x = -12; x <= 12; x++)
                    {
                        if ((int)Math.Round(Math.Sqrt((x * x) + (y * y) + (z * z))) != shell)
                            continue;
                        var (fx, fy, fz) = x < 0 ? (-x, -y, -z) : (x, y, z);
                        expected += spectrum[(shape.RowOf(fy, fz) * shape.HalfWidth) + fx].SquaredMagnitude;
                        count++;
                    }
                }
            }

            ReadOnlySpan<float> of = values.AsSpan(ball.ShellStarts[shell]..ball.ShellStarts[shell + 1]);
            VectorSums.Dot(of, of).Should().BeApproximately(expected, 1e-4 * expected);
            ball.CoefficientCounts[shell].Should().Be((int)count);
        }
    }

    [Fact]
    public void Noise_alone_is_never_significant()
    {
        var random = new Random(11);
        var mask = Ball();
        var voxels = new MaskedVoxels(mask);
        for (var trial = 0; trial < 20; trial++)
        {
            float[][] Halves() => [.. Enumerable.Range(0, 4).Select(_ => voxels.Gather(Noise(random, mask)))];
            var result = new HeldOutResult(Memory<float>.Empty, [Halves(), Halves()], voxels);
            var pairs = new DifferenceTest(result, 15, 1).Run(1, default);
            pairs.Should().OnlyContain(pair => pair.Significance < ClassPair.SmallestSignificance);
        }
    }

    [Fact]
    public void A_difference_that_both_halves_show_is_found_in_the_right_pairs()
    {
        var random = new Random(12);
        var mask = Ball();
        var voxels = new MaskedVoxels(mask);
        var feature = Blob((20, 16, 14), 3);
        float[][] Halves() =>
        [
            .. Amounts.Select(amount => voxels.Gather(
                mask.WithValues([.. Noise(random, mask).Values.Zip(feature.Values, (noise, blob) => noise + (amount * blob))]))),
        ];
        var pairs = new DifferenceTest(new HeldOutResult(Memory<float>.Empty, [Halves(), Halves()], voxels), 15, 2).Run(2, default);
        pairs[0].Significance.Should().BeLessThan(ClassPair.SmallestSignificance);
        pairs[1].Significance.Should().BeGreaterThan(2 * ClassPair.SmallestSignificance);
        pairs[2].Significance.Should().BeGreaterThan(2 * ClassPair.SmallestSignificance);
        pairs[1].ResolutionAngstrom.Should().BeInRange(2 * Box / 12.0, 2 * Box / 1.0);
        pairs[0].ResolutionAngstrom.Should().BeGreaterThan(pairs[1].ResolutionAngstrom);
    }

    [Fact]
    public void Chance_correlations_have_the_spread_that_is_said()
    {
        var (random, mask) = (new Random(13), Ball());
        var errors = MaskedCorrelation.StandardErrors(mask, 12);
        var squares = new double[12];
        const int Trials = 40;
        for (var trial = 0; trial < Trials; trial++)
        {
            var curve = SingleParticle.Statistics.FourierShellCorrelation.Between(
                Masked(Noise(random, mask), mask), Masked(Noise(random, mask), mask));
            for (var shell = 4; shell < 12; shell++)
                squares[shell] += curve.Values[shell] * curve.Values[shell] / Trials;
        }

        for (var shell = 4; shell < 12; shell++)
            Math.Sqrt(squares[shell]).Should().BeInRange(0.6 * errors[shell], 1.5 * errors[shell], $"shell {shell}");
    }

    private static Volume Ball() => Blob((16, 16, 16), 9);

    private static Volume Blob((int X, int Y, int Z) centre, double radius)
    {
        var ball = new Volume(Box, 2);
        for (var i = 0; i < ball.Values.Length; i++)
        {
            var (x, y, z) = ((i % Box) - centre.X, (i / Box % Box) - centre.Y, (i / (Box * Box)) - centre.Z);
            ball.Values[i] = (float)Math.Clamp(radius + 0.5 - Math.Sqrt((x * x) + (y * y) + (z * z)), 0, 1);
        }

        return ball;
    }

    private static Volume Noise(Random random, Volume like) => like.WithValues(
        [.. Enumerable.Range(0, like.Values.Length).Select(_ => (float)(random.NextDouble() + random.NextDouble() - 1))]);

    private static Volume Masked(Volume map, Volume mask) => map.WithValues([.. map.Values.Zip(mask.Values, (value, m) => value * m)]);
}
