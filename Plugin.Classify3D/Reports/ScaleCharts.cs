using Host.Abstractions.Running;
using Plugin.Classify3D.Outputs;
using SingleParticle.Nodes.Pictures;

namespace Plugin.Classify3D.Reports;

/// <summary>Per-particle scales: their distribution, and whether classes follow them.</summary>
internal static class ScaleCharts
{
    private const int BinCount = 60;

    /// <summary>Histogram of all scales, stacked by class, rejected particles apart.</summary>
    /// <param name="view">The classification.</param>
    public static Artifact Distribution(ClassificationView view)
    {
        var (result, scales) = (view.Result, view.Result.Scale);
        var (low, high) = (Math.Min(0, scales.Min()), Math.Max(2, scales.Max()));
        var byClass = ByClass(view);
        var series = byClass.Select((values, k) => Histogram.Of(ClassificationOutputs.LabelOf(k), values, low, high, BinCount) with
        {
            Colour = ClassColours.Of(k),
        });
        var rejected = result.RejectedRows().Select(row => scales[row]).ToList();
        if (rejected.Count > 0)
            series = series.Append(Histogram.Of("rejected", rejected, low, high, BinCount) with { Colour = ClassColours.Neutral });
        return new Chart
        {
            Title = "Per-particle scale",
            XLabel = "scale (contrast relative to the consensus)",
            YLabel = "particles",
            Style = ChartStyle.StackedBar,
            Series = [.. series],
        }.ToArtifact("scale_histogram");
    }

    /// <summary>Spread of the scale in every class; classes that differ here were sorted by contrast, not by structure.</summary>
    /// <param name="view">The classification.</param>
    public static Artifact ByClassPlot(ClassificationView view)
    {
        var sorted = view.Result.AcceptedRows().Select(row => view.Result.Scale[row]).Order().ToArray();
        return new BoxPlot
        {
            Title = "Scale by class",
            YLabel = "scale",
            Values = ByClass(view),
            Guide = sorted.Length > 0 ? sorted[sorted.Length / 2] : null,
        }.ToArtifact("scale_by_class");
    }

    private static List<IReadOnlyList<float>> ByClass(ClassificationView view)
    {
        var scaleOf = view.Result.AcceptedRows().ToLookup(row => view.Result.ClassIndex[row], row => view.Result.Scale[row]);
        return [.. Enumerable.Range(0, view.Result.ClassCount).Select(k => (IReadOnlyList<float>)[.. scaleOf[k]])];
    }
}
