using Host.Abstractions.Running;

namespace Plugin.Classify3D.Reports;

/// <summary>Pictures and tables of a classification.</summary>
internal static class ClassificationReport
{
    /// <summary>Draws every picture, in the order in which they are read.</summary>
    /// <param name="view">The classification.</param>
    public static IReadOnlyList<Artifact> Draw(ClassificationView view)
    {
        Artifact?[] pictures =
        [
            SlicePictures.Classes(view),
            SimilarityPictures.Overlap(view),
            SimilarityPictures.Differences(view),
            IterationCharts.ClassSizes(view),
            ClassFlowPicture.Draw(view),
            IterationCharts.Convergence(view),
            CertaintyCharts.EssHistogram(view),
            ResolutionChart.Draw(view),
            DirectionPicture.Draw(view),
            ScaleCharts.Distribution(view),
            ScaleCharts.ByClassPlot(view),
            SlicePictures.Masks(view),
        ];
        return [.. pictures.OfType<Artifact>()];
    }
}
