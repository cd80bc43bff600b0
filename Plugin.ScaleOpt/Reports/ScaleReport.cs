using System.Globalization;
using Host.Abstractions.Running;
using SingleParticle.Nodes.Pictures;

namespace Plugin.ScaleOpt.Reports;

/// <summary>Pictures and tables of per-particle scales.</summary>
internal static class ScaleReport
{
    /// <summary>Draws the histogram of scales.</summary>
    /// <param name="artifacts">Where pictures go.</param>
    /// <param name="scales">The scales.</param>
    public static void Draw(IArtifactSink artifacts, ScaleTable scales) => artifacts.Add(new Chart
    {
        Title = "Per-particle scale",
        XLabel = "scale",
        YLabel = "particles",
        Style = ChartStyle.Bar,
        Series = [Histogram.Of("", scales.Scale, Math.Min(0, scales.Scale.Min()), Math.Max(2, scales.Scale.Max()), 60)],
    }.ToArtifact("scale_histogram"));

    /// <summary>The table of scales.</summary>
    /// <param name="scales">The scales.</param>
    public static SummaryTable Summarise(ScaleTable scales)
    {
        var positive = scales.Rows(scale => scale > 0).Select(row => (double)scales.Scale[row]).Order().ToArray();
        var mean = positive.Average();
        var deviation = Math.Sqrt(positive.Average(scale => (scale - mean) * (scale - mean)));
        var error = scales.Rows(scale => scale > 0).Average(row => (double)scales.StandardError[row]);
        return new SummaryTable(
            "Per-particle scale",
            ["particles", "rejected", "mean", "standard deviation", "median", "mean standard error"],
            [
                [
                    Text($"{positive.Length}"),
                    Text($"{scales.Scale.Length - positive.Length}"),
                    Text($"{mean:0.000}"),
                    Text($"{deviation:0.000}"),
                    Text($"{positive[positive.Length / 2]:0.000}"),
                    Text($"{error:0.000}"),
                ],
            ]);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
