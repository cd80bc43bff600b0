using SingleParticle.Compute;
using SingleParticle.Estimation;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Differences;

/// <summary>Covariance over combinations of classes of what both half-sets agree on, all shells together, in units of noise.</summary>
/// <remarks>Equation 19 of docs/method/3-classification.md.</remarks>
/// <param name="Matrix">Gamma, [combination, combination].</param>
/// <param name="LargestOfNoise">Eigenvalue that noise alone does not reach.</param>
internal sealed record AgreementCovariance(double[,] Matrix, double LargestOfNoise)
{
    // In a shell with fewer independent coefficients, halves agree by chance.
    private const double FewestIndependent = 10;

    /// <summary>Sums it up.</summary>
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
        return Sum(shells, ball.CoefficientCounts, whitening.Count, MaskedCorrelation.IndependentShare(compared));

        float[][] Balls(int half) => [.. classes.Select(k => ball.Of(
            HalfMapSolver.Masked(differences.Voxels.Scattered(differences.Halves[half][k]), compared)))];
    }

    /// <remarks>
    /// A shell counts by its signal-to-noise ratio, less two standard errors. Of M combinations that are noise alone, the sum has the
    /// eigenvalues of a random symmetric matrix, 2 sqrt(M) standard deviations of an element at most (Wigner 1958,
    /// DOI 10.2307/1970008); two more are for chance.
    /// </remarks>
    private static AgreementCovariance Sum((double[,] Agreement, double Noise)[] shells, int[] counts, int size, double independentShare)
    {
        var (sum, variance) = (new double[size, size], 0.0);
        for (var s = 1; s < shells.Length; s++)
        {
            var agreement = shells[s].Agreement;
            var unit = NoiseOfCoefficient(shells, counts, s) / size;
            if (unit <= 0 || counts[s] * independentShare < FewestIndependent)
                continue;
            var ratio = Enumerable.Range(0, size).Sum(i => agreement[i, i]) / (unit * counts[s]);
            var error = 2 * Math.Sqrt(size / (counts[s] * independentShare));
            var weight = Math.Max(0, ratio - (2 * error));
            for (var i = 0; i < size; i++)
            {
                for (var j = 0; j < size; j++)
                    sum[i, j] += weight / unit * agreement[i, j];
            }

            variance += 2 * weight * weight * counts[s] / independentShare;
        }

        // Where no shell counts there is nothing above noise.
        return new AgreementCovariance(sum, Math.Sqrt(variance) * ((2 * Math.Sqrt(size)) + 2));
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
