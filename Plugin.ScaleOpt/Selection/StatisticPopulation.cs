using SingleParticle.Statistics;

namespace Plugin.ScaleOpt.Selection;

/// <summary>How a statistic is distributed over particles.</summary>
internal static class StatisticPopulation
{
    // More components would describe the shape of a mode, and more values would not change the fit.
    private const int MostComponents = 4;
    private const int MostValues = 10000;

    /// <summary>Fits a mixture of normal distributions; null with fewer than two values.</summary>
    /// <param name="values">The statistic.</param>
    /// <param name="isCounted">Whether a row counts.</param>
    /// <param name="components">Number of components; null for that of lowest information criterion.</param>
    public static GaussianMixture? Fit(StatisticValues values, Func<int, bool> isCounted, int? components)
    {
        int[] rows = [.. Enumerable.Range(0, values.Values.Length).Where(row => double.IsFinite(values.Values[row]) && isCounted(row))];
        if (rows.Length < 2)
            return null;
        var step = ((rows.Length - 1) / MostValues) + 1;
        int[] sample = [.. rows.Where((_, i) => i % step == 0)];
        var (numbers, errors) = (Array.ConvertAll(sample, row => values.Values[row]), Array.ConvertAll(sample, row => values.Errors[row]));
        return components is { } count
            ? GaussianMixtureFit.Of(numbers, errors, count).Mixture
            : GaussianMixtureFit.Best(numbers, errors, MostComponents).Mixture;
    }
}
