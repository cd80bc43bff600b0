using SingleParticle.Compute;
using SingleParticle.Estimation;
using SingleParticle.Statistics;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Differences;

/// <summary>What both half-sets agree on, a covariance over combinations of classes for every shell, in units of noise.</summary>
/// <remarks>Equation 19 of docs/method/3-classification.md.</remarks>
internal sealed class AgreementCovariance
{
    // In a shell with fewer independent coefficients, halves agree by chance.
    private const double FewestIndependent = 10;

    private readonly List<(double[,] Agreement, double IndependentCount)> _shells = [];
    private readonly int _count;
    private int _leftCount;

    private AgreementCovariance(int count) => (_count, _leftCount) = (count, count);

    /// <summary>Takes it from half maps.</summary>
    /// <param name="differences">What classes differ by.</param>
    /// <param name="classes">Classes with particles in both halves.</param>
    /// <param name="whitening">Combinations of them.</param>
    /// <param name="compared">Where differences are compared.</param>
    /// <param name="lastShell">Highest shell that carries data.</param>
    /// <param name="threadCount">Most threads at work.</param>
    public static AgreementCovariance Of(
        ClassDifferences differences, int[] classes, NoiseWhitening whitening, Volume compared, int lastShell, int threadCount)
    {
        var ball = new LowFrequencyBall(compared.BoxVoxels, lastShell, threadCount);
        var (a, b) = (Balls(0), Balls(1));
        var shells = new (double[,] Agreement, double Noise)[ball.ShellCount];
        WorkPartition.Run(
            ball.ShellCount - 1,
            threadCount,
            index => shells[index + 1] = Shell(ball.ShellStarts[index + 1]..ball.ShellStarts[index + 2], a, b, whitening),
            CancellationToken.None);
        var covariance = new AgreementCovariance(whitening.Count);
        var independentShare = MaskedCorrelation.IndependentShare(compared);
        for (var s = 1; s < shells.Length; s++)
        {
            var unit = NoiseOfCoefficient(shells, ball.CoefficientCounts, s) / whitening.Count;
            var independent = ball.CoefficientCounts[s] * independentShare;
            if (unit > 0 && independent >= FewestIndependent)
                covariance._shells.Add((Scaled(shells[s].Agreement, independentShare / unit), independent));
        }

        return covariance;

        float[][] Balls(int half) => [.. classes.Select(k => ball.Of(
            HalfMapSolver.Masked(differences.Voxels.Scattered(differences.Halves[half][k]), compared)))];
    }

    /// <summary>The combination that the halves agree on most, and whether noise alone could do so.</summary>
    /// <remarks>
    /// A shell counts by the signal-to-noise ratio of all combinations, less two standard errors. Of M combinations that are noise alone,
    /// the sum has the eigenvalues of a random symmetric matrix, 2 sqrt(M) standard deviations of an element at most (Wigner 1958,
    /// DOI 10.2307/1970008); two more are for chance.
    /// </remarks>
    public (double[] Combination, bool IsAboveNoise) Strongest()
    {
        var (sum, variance) = (new double[_count, _count], 0.0);
        foreach (var (agreement, independent) in _shells)
        {
            var ratio = Enumerable.Range(0, _count).Sum(i => agreement[i, i]) / independent;
            var weight = Math.Max(0, ratio - (4 * Math.Sqrt(_leftCount / independent)));
            for (var i = 0; i < _count; i++)
            {
                for (var j = 0; j < _count; j++)
                    sum[i, j] += weight * agreement[i, j];
            }

            variance += 2 * weight * weight * independent;
        }

        var (values, vectors) = SymmetricEigen.Decompose(sum);
        var largestOfNoise = Math.Sqrt(variance) * ((2 * Math.Sqrt(_leftCount)) + 2);
        return ([.. Enumerable.Range(0, _count).Select(i => vectors[i, 0])], values[0] > largestOfNoise);
    }

    /// <summary>Takes a combination out, so that what is left is weighed by itself: a strong one lies in few, low shells.</summary>
    /// <param name="combination">Of length 1.</param>
    public void TakeOut(double[] combination)
    {
        foreach (var (agreement, _) in _shells)
        {
            var product = new double[_count];
            for (var i = 0; i < _count; i++)
            {
                for (var j = 0; j < _count; j++)
                    product[i] += agreement[i, j] * combination[j];
            }

            var inner = product.Zip(combination, (x, y) => x * y).Sum();
            for (var i = 0; i < _count; i++)
            {
                for (var j = 0; j < _count; j++)
                {
                    agreement[i, j] += (inner * combination[i] * combination[j])
                        - (product[i] * combination[j]) - (combination[i] * product[j]);
                }
            }
        }

        _leftCount--;
    }

    private static double[,] Scaled(double[,] matrix, double factor)
    {
        var scaled = new double[matrix.GetLength(0), matrix.GetLength(1)];
        for (var i = 0; i < scaled.GetLength(0); i++)
        {
            for (var j = 0; j < scaled.GetLength(1); j++)
                scaled[i, j] = factor * matrix[i, j];
        }

        return scaled;
    }

    // With the neighbours, as the few coefficients of a low shell know their own noise badly.
    private static double NoiseOfCoefficient((double[,] Agreement, double Noise)[] shells, int[] counts, int shell)
    {
        var (noise, count) = (0.0, 0);
        for (var s = Math.Max(1, shell - 1); s <= Math.Min(shells.Length - 1, shell + 1); s++)
            (noise, count) = (noise + shells[s].Noise, count + counts[s]);
        return noise / count;
    }

    private static (double[,] Agreement, double Noise) Shell(Range range, float[][] a, float[][] b, NoiseWhitening whitening)
    {
        var count = a.Length;
        var (cross, own) = (new double[count, count], new double[count, count]);
        for (var k = 0; k < count; k++)
        {
            ReadOnlySpan<float> aOfK = a[k].AsSpan(range);
            ReadOnlySpan<float> bOfK = b[k].AsSpan(range);
            for (var l = 0; l < count; l++)
            {
                var product = VectorSums.Dot(aOfK, b[l].AsSpan(range)) / 2;
                cross[k, l] += product;
                cross[l, k] += product;
                own[k, l] = VectorSums.Dot(aOfK, a[l].AsSpan(range)) + VectorSums.Dot(bOfK, b[l].AsSpan(range));
            }
        }

        var (agreement, power) = (whitening.Apply(cross), whitening.Apply(own));
        var noise = 0.0;
        for (var i = 0; i < whitening.Count; i++)
            noise += (power[i, i] / 4) - (agreement[i, i] / 2);
        return (agreement, noise);
    }
}
