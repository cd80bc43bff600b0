using Host.Abstractions.Running;
using Plugin.Classify3D.Outputs;
using SingleParticle.Estimation;
using SingleParticle.Nodes.Pictures;

namespace Plugin.Classify3D.Reports;

/// <summary>Fourier shell correlation of consensus and classes.</summary>
internal static class ResolutionChart
{
    private const double Threshold = 0.143;

    /// <summary>All curves, each named with the resolution at 0.143.</summary>
    /// <param name="view">The classification.</param>
    public static Artifact Draw(ClassificationView view) => Of(
        "Fourier shell correlation between half maps",
        [
            .. view.Result.Classes.Select((solved, k) => Curve(ClassificationOutputs.LabelOf(k), solved, ClassColours.Of(k))),
            Curve("consensus", view.Problem.Consensus.Map, ClassColours.Neutral) with { Line = LineStyle.Dashed },
        ]).ToArtifact("fsc");

    /// <summary>A chart of curves.</summary>
    /// <param name="title">Heading.</param>
    /// <param name="curves">Curves.</param>
    public static Chart Of(string title, IReadOnlyList<ChartSeries> curves) => new()
    {
        Title = title,
        XLabel = "resolution Å",
        YLabel = "FSC",
        XAxis = AxisKind.Resolution,
        YRange = (0, 1),
        NamedGuides = [new ChartGuide(GuideAxis.Y, Threshold, "0.143")],
        Series = curves,
    };

    /// <summary>The curve of a map, named with its resolution at 0.143.</summary>
    /// <param name="name">Name.</param>
    /// <param name="solved">The map.</param>
    /// <param name="colour">Colour.</param>
    public static ChartSeries Curve(string name, RegularisedMap solved, Rgb colour)
    {
        var edgeAngstrom = solved.Map.BoxVoxels * solved.Map.PixelSizeAngstrom;
        return new ChartSeries(
            $"{name} ({ClassificationSummary.ResolutionText(solved)})",
            [.. Enumerable.Range(0, solved.Correlations.Length).Select(shell => shell / edgeAngstrom)],
            solved.Correlations)
        {
            Colour = colour,
        };
    }
}
