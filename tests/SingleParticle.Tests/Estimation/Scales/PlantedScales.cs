using SingleParticle.Estimation.Scales;
using SingleParticle.Estimation.Subspace;
using SingleParticle.Statistics;

namespace SingleParticle.Tests.Estimation.Scales;

/// <summary>Particles of known scale in known states: short lists of numbers in place of images, with noise of variance 1.</summary>
internal sealed class PlantedScales
{
    private static readonly double[][] Maps =
    [
        [6, -5, 4, 3, 0, 2, -1, 1], [1, 3, -1, 2, 4, 0, 1, -2], [2, 1, 3, -1, 0, -3, 2, 1],
    ];

    /// <summary>Draws the particles.</summary>
    /// <param name="states">Their states.</param>
    /// <param name="count">How many.</param>
    public PlantedScales(ScaleStates states, int count)
    {
        var random = new RandomStream(4);
        (Scale, State, Power) = (new double[count], new int[count], new double[count]);
        Sums = new LatentParticles(count, Maps.Length);
        for (var i = 0; i < count; i++)
        {
            var (u, k) = (random.NextDouble(), 0);
            while (k < states.Weights.Length - 1 && u >= states.Weights[k])
                u -= states.Weights[k++];
            (Scale[i], State[i]) = (0.7 + (0.6 * random.NextDouble()), k);
            var amplitudes = new double[Maps.Length];
            amplitudes[0] = Scale[i] * states.Factors[k];
            for (var q = 0; q < Maps.Length - 1; q++)
            {
                var deviation = Math.Sqrt(states.Spread[q * Maps.Length]) * random.NextGaussian();
                amplitudes[q + 1] = Scale[i] * ((states.Factors[k] * states.Centres[k][q]) + deviation);
            }

            Compare(i, [.. Maps[0].Select((_, n) => Maps.Select((map, m) => amplitudes[m] * map[n]).Sum() + random.NextGaussian())]);
        }
    }

    /// <summary>True scale of every particle.</summary>
    public double[] Scale { get; }

    /// <summary>True state of every particle.</summary>
    public int[] State { get; }

    /// <summary>What they say of the reference and two components.</summary>
    public LatentParticles Sums { get; }

    /// <summary>Sum of squares of the numbers of every particle, of which there are <see cref="Length"/>.</summary>
    public double[] Power { get; }

    /// <summary>Numbers of a particle.</summary>
    public static int Length => Maps[0].Length;

    private void Compare(int index, double[] image)
    {
        Power[index] = Dot(image, image);
        for (var m = 0; m < Maps.Length; m++)
        {
            Sums.Projection(index)[m] = Dot(Maps[m], image);
            for (var n = 0; n < Maps.Length; n++)
                Sums.Precision(index)[(m * Maps.Length) + n] = Dot(Maps[m], Maps[n]);
        }
    }

    private static double Dot(double[] first, double[] second) => first.Zip(second, (x, y) => x * y).Sum();
}
