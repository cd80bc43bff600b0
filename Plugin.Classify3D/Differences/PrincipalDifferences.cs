using Plugin.Classify3D.Expectation;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Differences;

/// <summary>The independent ways in which classes differ beyond noise: what both half-sets agree on.</summary>
/// <remarks>
/// Equations 18 to 20 of docs/method/3-classification.md. K classes of few states differ in few ways; keeping to these, classes of one
/// state have one map, and noise makes no classes.
/// </remarks>
internal sealed class PrincipalDifferences
{
    private PrincipalDifferences(double[,] fromClasses, double[,] toClasses) => (FromClasses, ToClasses) = (fromClasses, toClasses);

    /// <summary>Number of ways.</summary>
    public int Count => FromClasses.GetLength(0);

    /// <summary>beta: a way is the sum over classes of beta times their differences, [way, class].</summary>
    public double[,] FromClasses { get; }

    /// <summary>alpha: the difference of a class is the sum over ways of alpha times them, [class, way].</summary>
    public double[,] ToClasses { get; }

    /// <summary>Finds them.</summary>
    /// <param name="differences">What classes differ by.</param>
    /// <param name="sharing">How they share particles.</param>
    /// <param name="compared">Where differences are compared, a mask on the working box.</param>
    /// <param name="lastShell">Highest shell that carries data.</param>
    /// <param name="threadCount">Most threads at work.</param>
    public static PrincipalDifferences Find(
        ClassDifferences differences, ParticleSharing sharing, Volume compared, int lastShell, int threadCount)
    {
        var classCount = differences.Halves[0].Length;
        int[] classes = [.. Enumerable.Range(0, classCount).Where(sharing.HasBothHalves)];
        if (classes.Length < 2)
            return new PrincipalDifferences(new double[0, classCount], new double[classCount, 0]);
        var whitening = NoiseWhitening.Of(sharing, classes);
        var covariance = AgreementCovariance.Of(differences, classes, whitening, compared, lastShell, threadCount);
        var ways = Ways(covariance, whitening.Count);
        var (fromClasses, toClasses) = (new double[ways.Count, classCount], new double[classCount, ways.Count]);
        for (var r = 0; r < ways.Count; r++)
        {
            for (var a = 0; a < classes.Length; a++)
            {
                for (var i = 0; i < whitening.Count; i++)
                {
                    fromClasses[r, classes[a]] += ways[r][i] * whitening.Forward[i, a];
                    toClasses[classes[a], r] += ways[r][i] * whitening.Backward[a, i];
                }
            }
        }

        return new PrincipalDifferences(fromClasses, toClasses);
    }

    /// <remarks>
    /// The strongest is kept whatever it is, filtered by the FSC of its halves: a difference too weak to be sure of must be able to grow.
    /// </remarks>
    private static List<double[]> Ways(AgreementCovariance covariance, int combinationCount)
    {
        var ways = new List<double[]>();
        while (ways.Count < combinationCount)
        {
            var (combination, isAboveNoise) = covariance.Strongest();
            if (!isAboveNoise && ways.Count > 0)
                break;
            ways.Add(combination);
            covariance.TakeOut(combination);
        }

        return ways;
    }
}
