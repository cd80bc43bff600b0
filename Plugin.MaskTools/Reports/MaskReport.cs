using System.Globalization;
using Host.Abstractions.Planning;
using Host.Abstractions.Running;
using Plugin.MaskTools.Steps;
using SingleParticle.Masks;
using SingleParticle.Nodes.Pictures;
using SingleParticle.Volumes;

namespace Plugin.MaskTools.Reports;

/// <summary>Pictures, tables and warnings about a finished mask.</summary>
internal static class MaskReport
{
    private const int CurvePointCount = 200;
    private const double NotableIslandShare = 0.01;

    /// <summary>Central slices of the map, the mask, and the map within the mask.</summary>
    /// <param name="artifacts">Where pictures go.</param>
    /// <param name="map">The map; null for the mask alone.</param>
    /// <param name="mask">The mask.</param>
    public static void DrawSlices(IArtifactSink artifacts, Volume? map, Volume mask)
    {
        List<(string Label, Volume Map)> rows = [("mask", mask)];
        if (map is not null)
        {
            var grey = ToUnitRange(map);
            rows = [("map", grey), ("mask", mask), ("map in mask", Product(grey, mask))];
        }

        artifacts.Add(SliceMontage.Of("mask_slices", "Mask", rows));
    }

    /// <summary>How the enclosed volume falls with the threshold, the chosen one marked.</summary>
    /// <param name="artifacts">Where pictures go.</param>
    /// <param name="map">The filtered map.</param>
    /// <param name="threshold">The chosen threshold.</param>
    public static void DrawThreshold(IArtifactSink artifacts, Volume map, double threshold)
    {
        var range = DensityStatistics.Of(map.Values);
        // Solvent fills most of the box and would flatten the part that matters.
        var low = Math.Min(threshold, Math.Max(range.Minimum, range.Mean));
        var curve = EnclosedVolumeCurve.Of(map, low - (0.02 * (range.Maximum - low)), range.Maximum, CurvePointCount);
        var chosen = EnclosedVolumeCurve.Of(map, threshold, Math.Max(range.Maximum, threshold + 1e-30), 2).VolumesAngstrom3[0];
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

    /// <summary>The table of measures.</summary>
    /// <param name="measures">Measures of the mask.</param>
    /// <param name="mask">The mask.</param>
    public static SummaryTable Summarise(MaskMeasures measures, Volume mask)
    {
        var centre = measures.CentreOfMassAngstrom;
        return new SummaryTable(
            "Mask",
            ["quantity", "value"],
            [
                ["box, px", Text($"{mask.BoxVoxels}")],
                ["pixel size, Å", Text($"{mask.PixelSizeAngstrom:0.####}")],
                ["range of values", Text($"{measures.Minimum:0.###} to {measures.Maximum:0.###}")],
                ["volume at or above 0.5, Å³", Text($"{measures.BodyAngstrom3:0}")],
                ["as protein, kDa", Text($"{ProteinVolume.ToMass(measures.BodyAngstrom3):0.#}")],
                ["sum of values, Å³", Text($"{measures.WeightedAngstrom3:0}")],
                ["islands", Text($"{measures.IslandSizesAngstrom3.Count}")],
                ["soft edge found, Å", Text($"{measures.EdgeAngstrom:0.##}")],
                ["centre of mass x, y, z from the box centre, Å", Text($"{centre.X:0.##}, {centre.Y:0.##}, {centre.Z:0.##}")],
            ]);
    }

    /// <summary>Everything about a finished mask that may surprise.</summary>
    /// <param name="measures">Measures of the mask.</param>
    /// <param name="pixelSizeAngstrom">Pixel size of the mask in Å.</param>
    public static IEnumerable<Diagnostic> Judge(MaskMeasures measures, double pixelSizeAngstrom)
    {
        if (measures.EdgeAngstrom < 0.9 * EdgeStep.FewestVoxels * pixelSizeAngstrom)
            yield return Warning(
                "HARD_EDGE",
                Text($"the edge falls from 1 to 0 within {measures.EdgeAngstrom / pixelSizeAngstrom:0.#} voxels, which rings in Fourier space"),
                "use a soft edge of 5 times the resolution, at least 3 px");
        var islands = measures.IslandSizesAngstrom3;
        if (islands.Count > 1)
            yield return Warning(
                "ISLANDS",
                Text($"the mask is in {islands.Count} pieces of {string.Join(", ", islands.Take(5).Select(size => Text($"{size:0}")))} Å³")
                + (islands.Count > 5 ? ", ..." : ""),
                islands[^1] < NotableIslandShare * islands[0]
                    ? "small ones are likely noise: raise dust_angstrom3 or the threshold, or keep only the largest"
                    : "lower the threshold or dilate more where they belong together");
        if (measures.TouchesFaces)
            yield return Warning(
                "TOUCHES_BOX", "the mask reaches the faces of the box", "dilate less, use a narrower edge, or a larger box");
    }

    private static Diagnostic Warning(string code, string message, string hint) =>
        new(code, DiagnosticSeverity.Warning, "outputs.mask", message, hint);

    private static Volume ToUnitRange(Volume map)
    {
        var range = DensityStatistics.Of(map.Values);
        var scale = range.Maximum > range.Minimum ? 1 / (range.Maximum - range.Minimum) : 0;
        return map.WithValues(Array.ConvertAll(map.Values, value => (float)((value - range.Minimum) * scale)));
    }

    private static Volume Product(Volume map, Volume mask)
    {
        var values = new float[map.Values.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = map.Values[i] * mask.Values[i];
        return map.WithValues(values);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
