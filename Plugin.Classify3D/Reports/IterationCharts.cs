using Host.Abstractions.Running;
using Plugin.Classify3D.Outputs;
using Plugin.Classify3D.Schedules;
using SingleParticle.Nodes.Pictures;

namespace Plugin.Classify3D.Reports;

/// <summary>How a classification developed from iteration to iteration.</summary>
internal static class IterationCharts
{
    /// <summary>Size of every class, as the sum of its posteriors.</summary>
    /// <param name="view">The classification.</param>
    public static Artifact ClassSizes(ClassificationView view) => new Chart
    {
        Title = "Class sizes",
        XLabel = "iteration",
        YLabel = "particles (sum of posteriors)",
        XAxis = AxisKind.Whole,
        YRange = (0, 0),
        NamedGuides = FullBatchStart(view),
        Series = [.. view.Result.Order.Select((original, k) => new ChartSeries(
            ClassificationOutputs.LabelOf(k), view.Iterations(), [.. view.Result.Records.Select(record => record.ClassSizes[original])])
        {
            Colour = ClassColours.Of(k),
        })],
    }.ToArtifact("class_sizes");

    /// <summary>What the convergence tests and the likelihood saw.</summary>
    /// <param name="view">The classification.</param>
    public static Artifact Convergence(ClassificationView view)
    {
        Chart[] charts =
        [
            Panel(view, "Particles that changed class", "%", record => record.SwitchedPercent, view.Problem.Options.SwitchPercent),
            Panel(
                view, "Change of density", "part of the consensus' RMS", record => record.DensityChange,
                view.Problem.Options.DensityChangeThreshold),
            Panel(view, "Mean log-likelihood per particle", "nats", record => record.MeanLogLikelihood, null),
            Panel(view, "Mean effective sample size", "classes", record => record.MeanEffectiveSampleSize, null),
        ];
        return new Artifact(
            "convergence", "Convergence", Panels.ToSvg("Convergence", 2, charts), "svg", IterationTable.Of(view.Result).ToString());
    }

    private static Chart Panel(
        ClassificationView view, string title, string unit, Func<IterationRecord, double> value, double? limit) => new()
        {
            Title = title,
            XLabel = "iteration",
            YLabel = unit,
            XAxis = AxisKind.Whole,
            YRange = limit is null ? null : (0, 0),
            Width = 480,
            Height = 270,
            NamedGuides = limit is { } stop
            ? [.. FullBatchStart(view), new ChartGuide(GuideAxis.Y, stop, "stops below")]
            : FullBatchStart(view),
            Series = [new ChartSeries("", view.Iterations(), [.. view.Result.Records.Select(value)]) { Colour = ClassColours.Of(0) }],
        };

    private static ChartGuide[] FullBatchStart(ClassificationView view)
    {
        var records = view.Result.Records;
        return records.Any(record => record.Kind == IterationKind.Online)
            && records.FirstOrDefault(record => record.Kind == IterationKind.FullBatch) is { } first
            ? [new ChartGuide(GuideAxis.X, first.Iteration - 0.5, "full-batch EM")]
            : [];
    }
}
