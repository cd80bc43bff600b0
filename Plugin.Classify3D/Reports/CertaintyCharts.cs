using Host.Abstractions.Running;
using Plugin.Classify3D.Expectation;
using Plugin.Classify3D.Outputs;
using SingleParticle.Nodes.Pictures;

namespace Plugin.Classify3D.Reports;

/// <summary>How sure particles are of their classes.</summary>
internal static class CertaintyCharts
{
    private const int BinCount = 40;

    /// <summary>Histogram of the effective sample size over classes, stacked by class.</summary>
    /// <param name="view">The classification.</param>
    public static Artifact EssHistogram(ClassificationView view)
    {
        var result = view.Result;
        var essOf = result.AcceptedRows().ToLookup(
            row => result.ClassIndex[row], row => (float)ClassPosteriors.EffectiveSampleSize(result.PosteriorsOf(row)));
        return new Chart
        {
            Title = "Effective sample size over classes",
            XLabel = $"class ESS of a particle: 1 = certain of one class, {result.ClassCount} = any class alike",
            YLabel = "particles",
            Style = ChartStyle.StackedBar,
            Series = [.. Enumerable.Range(0, result.ClassCount).Select(k =>
                Histogram.Of(ClassificationOutputs.LabelOf(k), essOf[k], 1, Math.Max(2, result.ClassCount), BinCount) with
                {
                    Colour = ClassColours.Of(k),
                })],
        }.ToArtifact("ess_histogram");
    }
}
