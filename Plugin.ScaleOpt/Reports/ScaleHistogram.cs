using Plugin.ScaleOpt.Outputs;
using SingleParticle.Nodes.Pictures;

namespace Plugin.ScaleOpt.Reports;

/// <summary>The histogram of scales with the mixture that was fitted to them.</summary>
internal static class ScaleHistogram
{
    private const int BinCount = 60;
    private const int CurvePointCount = 240;

    /// <summary>Draws it.</summary>
    /// <param name="scales">The scales.</param>
    public static Chart Of(ScaleTable scales)
    {
        var (low, high) = (Math.Min(0, scales.Scale.Min()), Math.Max(2, scales.Scale.Max()));
        return new Chart
        {
            Title = scales.Modes.Count > 1
                ? FormattableString.Invariant($"Per-particle scale: {scales.Modes.Count} modes")
                : "Per-particle scale",
            XLabel = "scale",
            YLabel = "particles",
            Style = ChartStyle.Bar,
            Series = [Histogram.Of("found", scales.Scale, low, high, BinCount), .. Curves(scales, low, high)],
        };
    }

    /// <summary>What the mixture predicts for the bars, errors of measurement included, and each of its components.</summary>
    private static IEnumerable<ChartSeries> Curves(ScaleTable scales, double low, double high)
    {
        if (scales.Population is not { } population)
            yield break;
        var accepted = scales.Accepted();
        var error = Math.Sqrt(accepted.Average(row => (double)scales.StandardError[row] * scales.StandardError[row]));
        var perBin = accepted.Length * (high - low) / BinCount;
        double[] x = [.. Enumerable.Range(0, CurvePointCount + 1).Select(i => low + ((high - low) * i / CurvePointCount))];
        yield return Curve("mixture", value => population.Mixture.Density(value, error));
        if (population.Mixture.Components.Count == 1)
            yield break;
        foreach (var component in population.Mixture.Components)
            yield return Curve(
                FormattableString.Invariant($"{component.Mean:0.00} ({100 * component.Weight:0} %)"),
                value => component.Density(value, error));

        ChartSeries Curve(string name, Func<double, double> density) =>
            new(name, x, [.. x.Select(value => perBin * density(value))]) { Style = ChartStyle.Line };
    }
}
