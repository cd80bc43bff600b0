using System.Globalization;
using Host.Abstractions.Running;
using Plugin.ScaleOpt.Outputs;
using SingleParticle.Particles;

namespace Plugin.ScaleOpt.Reports;

/// <summary>Pictures and tables of per-particle scales.</summary>
internal static class ScaleReport
{
    /// <summary>Draws the histogram of scales, and scales against what they should not depend on.</summary>
    /// <param name="artifacts">Where pictures go.</param>
    /// <param name="set">The particles.</param>
    /// <param name="scales">Their scales.</param>
    public static void Draw(IArtifactSink artifacts, ParticleSet set, ScaleTable scales)
    {
        artifacts.Add(ScaleHistogram.Of(scales).ToArtifact("scale_histogram"));
        var accepted = scales.Accepted();
        if (accepted.Length == 0)
            return;
        artifacts.Add(ScaleDependence.OnDefocus(set, scales, accepted).ToArtifact("scale_against_defocus"));
        artifacts.Add(ScaleDependence.OnViewingDirection(set, scales, accepted).ToArtifact("scale_by_viewing_direction"));
        if (ScaleDependence.OnMicrograph(set, scales, accepted) is { } byMicrograph)
            artifacts.Add(byMicrograph.ToArtifact("scale_by_micrograph"));
    }

    /// <summary>The tables of scales and of their modes.</summary>
    /// <param name="scales">The scales.</param>
    public static IReadOnlyList<SummaryTable> Summarise(ScaleTable scales)
    {
        var accepted = scales.Accepted().Select(row => (double)scales.Scale[row]).Order().ToArray();
        var (mean, error) = (accepted.Average(), scales.Accepted().Average(row => (double)scales.StandardError[row]));
        var deviation = Math.Sqrt(accepted.Average(scale => (scale - mean) * (scale - mean)));
        var table = new SummaryTable(
            "Per-particle scale",
            ["particles", "rejected", "mean", "standard deviation", "median", "mean standard error"],
            [
                [
                    Text($"{accepted.Length}"),
                    Text($"{scales.Scale.Length - accepted.Length}"),
                    Text($"{mean:0.000}"),
                    Text($"{deviation:0.000}"),
                    Text($"{accepted[accepted.Length / 2]:0.000}"),
                    Text($"{error:0.000}"),
                ],
            ]);
        return scales.Modes.Count < 2
            ? [table]
            : [table, new SummaryTable("Modes of the scale", ["scale", "share %"],
                [.. scales.Modes.Select(mode => (IReadOnlyList<string>)[Text($"{mode.Value:0.000}"), Text($"{100 * mode.Share:0.0}")])])];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
