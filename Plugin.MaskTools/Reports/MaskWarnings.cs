using System.Globalization;
using Host.Abstractions.Planning;
using SingleParticle.Masks;

namespace Plugin.MaskTools.Reports;

/// <summary>Everything about a finished mask that may surprise.</summary>
internal static class MaskWarnings
{
    // Measured widths scatter by a few per cent when the surface lies between voxels.
    private const double Slack = 0.9;
    private const double DustShare = 0.01;
    private const int ListedIslandCount = 5;

    /// <summary>Judges a mask.</summary>
    /// <param name="measures">Measures of the mask.</param>
    /// <param name="pixelSizeAngstrom">Pixel size of the mask in Å.</param>
    /// <param name="fewestEdgeAngstrom">Width below which its edge counts as hard, Å.</param>
    /// <param name="target">What the mask is to the reader: outputs.mask, inputs.mask.</param>
    public static IEnumerable<Diagnostic> Of(MaskMeasures measures, double pixelSizeAngstrom, double fewestEdgeAngstrom, string target)
    {
        if (measures.EdgeAngstrom < Slack * fewestEdgeAngstrom)
            yield return Warning(
                "HARD_EDGE",
                Text($"the edge falls from 1 to 0 within {measures.EdgeAngstrom:0.#} Å, {measures.EdgeAngstrom / pixelSizeAngstrom:0.#} px")
                + Text($"; below {fewestEdgeAngstrom:0.#} Å it rings in Fourier space"),
                "use a wider soft edge: 5 times the resolution, at least 3 px");
        var islands = measures.IslandSizesAngstrom3;
        if (islands.Count > 1)
            yield return Warning(
                "ISLANDS",
                Text($"the mask is in {islands.Count} pieces of {List(islands)} Å³"),
                islands[^1] < DustShare * islands[0]
                    ? "small ones are likely noise: raise dust_angstrom3 or the threshold, or keep only the largest"
                    : "lower the threshold or dilate more where they belong together");
        // A mask that covers the faces is one of solvent, which is meant to.
        if (measures.FaceShare is > 0 and < 0.5)
            yield return Warning(
                "TOUCHES_BOX", Text($"the mask reaches the faces of the box, {100 * measures.FaceShare:0.##} % of their voxels"),
                "dilate less, use a narrower edge, or a larger box");

        Diagnostic Warning(string code, string message, string hint) => new(code, DiagnosticSeverity.Warning, target, message, hint);
    }

    private static string List(IReadOnlyList<double> islands) =>
        string.Join(", ", islands.Take(ListedIslandCount).Select(size => Text($"{size:0}")))
        + (islands.Count > ListedIslandCount ? ", ..." : "");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
