using Plugin.Classify3D.Expectation;
using SingleParticle.Statistics;

namespace Plugin.Classify3D.Differences;

/// <summary>Combinations of classes whose noise is independent and of one size.</summary>
/// <param name="Forward">W, [combination, class]: W times the noise covariance of the classes times W' is 1.</param>
/// <param name="Backward">From combinations to classes, [class, combination].</param>
internal sealed record NoiseWhitening(double[,] Forward, double[,] Backward)
{
    // Combinations in which classes share nearly all of their particles hardly exist; what noise they have is rounding.
    private const double SmallestShare = 1e-4;

    /// <summary>Number of combinations: less than classes, as differences from the consensus add up to nothing.</summary>
    public int Count => Forward.GetLength(0);

    /// <summary>Finds them.</summary>
    /// <param name="sharing">How classes share particles.</param>
    /// <param name="classes">Classes with particles in both halves.</param>
    public static NoiseWhitening Of(ParticleSharing sharing, int[] classes)
    {
        var (count, roots) = (classes.Length, Array.ConvertAll(classes, k => Math.Sqrt(sharing.WeightOf(k))));
        var covariance = new double[count, count];
        for (var a = 0; a < count; a++)
        {
            for (var b = 0; b < count; b++)
                covariance[a, b] = roots[a] * roots[b] * sharing.NoiseCovariance(classes[a], classes[b]);
        }

        var (values, vectors) = SymmetricEigen.Decompose(covariance);
        var kept = values.Count(value => value > SmallestShare * values[0]);
        var (forward, backward) = (new double[kept, count], new double[count, kept]);
        for (var i = 0; i < kept; i++)
        {
            for (var a = 0; a < count; a++)
            {
                forward[i, a] = vectors[a, i] * roots[a] / Math.Sqrt(values[i]);
                backward[a, i] = vectors[a, i] * Math.Sqrt(values[i]) / roots[a];
            }
        }

        return new NoiseWhitening(forward, backward);
    }

    /// <summary>W times a matrix over classes times W'.</summary>
    /// <param name="matrix">[class, class].</param>
    public double[,] Apply(double[,] matrix)
    {
        var (count, classCount) = (Count, Forward.GetLength(1));
        var (half, whole) = (new double[count, classCount], new double[count, count]);
        for (var i = 0; i < count; i++)
        {
            for (var k = 0; k < classCount; k++)
            {
                for (var l = 0; l < classCount; l++)
                    half[i, l] += Forward[i, k] * matrix[k, l];
            }

            for (var j = 0; j < count; j++)
            {
                for (var l = 0; l < classCount; l++)
                    whole[i, j] += half[i, l] * Forward[j, l];
            }
        }

        return whole;
    }
}
