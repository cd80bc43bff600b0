namespace Plugin.Phantom.Comparison;

/// <summary>Statistics of true and estimated scales.</summary>
internal static class ScaleStatistics
{
    // Scales in single precision that are meant to be equal differ by less.
    private const double LeastVariance = 1e-12;

    /// <summary>Pearson's correlation; NaN when either is constant.</summary>
    /// <param name="first">Numbers.</param>
    /// <param name="second">As many others.</param>
    public static double Correlation(double[] first, double[] second)
    {
        var (meanFirst, meanSecond) = (first.Average(), second.Average());
        var covariance = first.Zip(second, (a, b) => (a - meanFirst) * (b - meanSecond)).Average();
        var (varianceFirst, varianceSecond) = (Variance(first), Variance(second));
        return Math.Min(varianceFirst, varianceSecond) < LeastVariance
            ? double.NaN
            : covariance / Math.Sqrt(varianceFirst * varianceSecond);
    }

    /// <summary>Root mean square difference, each divided by its own mean.</summary>
    /// <param name="truth">True scales.</param>
    /// <param name="scale">Estimates.</param>
    public static double RelativeError(double[] truth, double[] scale)
    {
        var (meanTruth, meanScale) = (truth.Average(), scale.Average());
        return Math.Sqrt(truth.Zip(scale, (a, b) => Math.Pow((a / meanTruth) - (b / meanScale), 2)).Average());
    }

    /// <summary>Variance of the class means over the whole variance (correlation ratio); NaN when the scale is constant.</summary>
    /// <param name="scale">Scales.</param>
    /// <param name="classIndex">Classes, 0-based.</param>
    public static double ExplainedByClass(double[] scale, int[] classIndex)
    {
        var (mean, whole) = (scale.Average(), Variance(scale));
        if (whole < LeastVariance)
            return double.NaN;
        var between = classIndex.Zip(scale).GroupBy(pair => pair.First, pair => pair.Second)
            .Sum(members => members.Count() * Math.Pow(members.Average() - mean, 2));
        return between / scale.Length / whole;
    }

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Average(value => (value - mean) * (value - mean));
    }
}
