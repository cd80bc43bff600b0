using Host.Abstractions.Running;
using SingleParticle.Masks;
using SingleParticle.Nodes.Pictures;
using SingleParticle.Volumes;

namespace Plugin.MaskTools.Reports;

/// <summary>How the enclosed volume falls with the threshold, the chosen one marked.</summary>
internal static class ThresholdChart
{
    private const int PointCount = 200;

    /// <summary>Draws the chart.</summary>
    /// <param name="artifacts">Where pictures go.</param>
    /// <param name="map">The filtered map.</param>
    /// <param name="threshold">The chosen threshold, at most the largest density.</param>
    public static void Draw(IArtifactSink artifacts, Volume map, double threshold)
    {
        var range = DensityStatistics.Of(map.Values);
        // Solvent fills most of the box and would flatten the part that matters: begin at the mean.
        var low = Math.Min(threshold, range.Mean);
        var curve = EnclosedVolumeCurve.Of(map, low - (0.02 * (range.Maximum - low)), range.Maximum, PointCount);
        var chosen = MaskBody.CountAtLeast(map.Values, threshold) * Math.Pow(map.PixelSizeAngstrom, 3);
        artifacts.Add(new Chart
        {
            Title = "Volume at or above a threshold",
            XLabel = "density of the filtered map",
            YLabel = "volume, Å³",
            Series =
            [
                new ChartSeries("volume", curve.Thresholds, curve.VolumesAngstrom3),
                new ChartSeries("chosen", [threshold, threshold], [0, chosen]),
            ],
        }.ToArtifact("threshold_curve"));
    }
}
