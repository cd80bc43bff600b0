using System.Text;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.Classify3D.Reports.Page;
using SingleParticle.Formats;

namespace Plugin.Classify3D.Reports;

/// <summary>Pictures and tables of a classification.</summary>
internal static class ClassificationReport
{
    /// <summary>Hands over every picture, and writes the page that has them all.</summary>
    /// <param name="context">The job.</param>
    /// <param name="view">The classification.</param>
    /// <param name="diagnostics">Warnings and notes of the job.</param>
    /// <param name="more">One more picture, or null.</param>
    public static DataItem Write(IJobContext context, ClassificationView view, IReadOnlyList<Diagnostic> diagnostics, Artifact? more)
    {
        Artifact[] figures = more is null ? [.. Draw(view)] : [.. Draw(view), more];
        foreach (var figure in figures)
            context.Artifacts.Add(figure);
        var page = ClassificationPage.ToHtml(view, new ReportInputs(figures, diagnostics, context.Parameters, context.Seed));
        var path = Path.Combine(context.OutputFolder, "report.html");
        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(page)));
        return new DataItem { Type = DataTypes.Report, Slots = [new DataSlot("page", path)] };
    }

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
