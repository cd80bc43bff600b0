namespace Plugins.Tests.ScaleOpt;

/// <summary>How estimated scales agree with the true ones, both divided by their mean.</summary>
internal sealed record Agreement(double Correlation, double Rmse, double Slope)
{
    public static Agreement Between(IReadOnlyList<double> estimate, IReadOnlyList<double> truth)
    {
        var (meanEstimate, meanTruth) = (estimate.Average(), truth.Average());
        double ee = 0, et = 0, tt = 0, difference = 0;
        for (var i = 0; i < estimate.Count; i++)
        {
            var (e, t) = ((estimate[i] / meanEstimate) - 1, (truth[i] / meanTruth) - 1);
            (ee, et, tt, difference) = (ee + (e * e), et + (e * t), tt + (t * t), difference + ((e - t) * (e - t)));
        }

        return new Agreement(et / Math.Sqrt(ee * tt), Math.Sqrt(difference / estimate.Count), et / tt);
    }

    /// <summary>Mean square of (estimate - truth) / standard error; 1 when the errors are calibrated.</summary>
    public static double ZVariance(IReadOnlyList<double> estimate, IReadOnlyList<double> truth, IReadOnlyList<double> standardError)
    {
        var (meanEstimate, meanTruth) = (estimate.Average(), truth.Average());
        return Enumerable.Range(0, estimate.Count).Average(i =>
            Math.Pow((estimate[i] - (truth[i] * meanEstimate / meanTruth)) / standardError[i], 2));
    }
}
