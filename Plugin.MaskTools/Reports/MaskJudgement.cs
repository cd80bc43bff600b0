using System.Globalization;
using Host.Abstractions.Planning;
using Plugin.MaskTools.Sources;
using Plugin.MaskTools.Steps;
using SingleParticle.Masks;
using SingleParticle.Volumes;

namespace Plugin.MaskTools.Reports;

/// <summary>What mask.check says of a mask, its map, and the mask that should contain it.</summary>
internal static class MaskJudgement
{
    private const double EdgeResolutions = 5;

    /// <summary>Everything found.</summary>
    /// <param name="mask">The mask.</param>
    /// <param name="measures">Its measures.</param>
    /// <param name="map">Map that it is for; null for none.</param>
    /// <param name="within">Mask that should contain it; null for none.</param>
    /// <param name="options">What passes.</param>
    public static IEnumerable<Diagnostic> Of(
        Volume mask, MaskMeasures measures, Volume? map, Volume? within, CheckMaskOptions options)
    {
        var size = mask.PixelSizeAngstrom;
        var narrowest = options.NarrowestEdge?.ToAngstrom(size)
            ?? Math.Max(EdgeStep.FewestVoxels * size, EdgeResolutions * (options.ResolutionAngstrom ?? 0));
        return MaskWarnings.Of(measures, size, narrowest, "inputs.mask")
            .Concat(map is null ? [] : OfMap(mask, map, options.LeastCoveragePercent))
            .Concat(within is null ? [] : OfContainer(mask, within, options.LeastInsidePercent));
    }

    private static IEnumerable<Diagnostic> OfMap(Volume mask, Volume map, double leastPercent)
    {
        foreach (var problem in GridAgreement.Origins("mask", mask, "volume", map, DiagnosticSeverity.Warning))
            yield return problem;
        var coverage = 100 * MapCoverage.Of(map, mask);
        if (coverage < leastPercent)
            yield return Warning(
                "MAP_OUTSIDE_MASK",
                Text($"it covers {coverage:0.#} % of the map's density above a fifth of the maximum; {leastPercent:0.#} % are wanted"),
                "lower the threshold or dilate more; set least_coverage_percent to 0 for a focus mask");
    }

    private static IEnumerable<Diagnostic> OfContainer(Volume mask, Volume within, double leastPercent)
    {
        foreach (var problem in GridAgreement.Origins("mask", mask, "within", within, DiagnosticSeverity.Warning))
            yield return problem;
        var inside = 100 * MaskOverlap.Of(mask, within).FractionOfFirst;
        if (inside == 0)
            yield return Warning("MASKS_APART", "it does not overlap with the mask at 'within'", "check that both belong together");
        else if (inside < leastPercent)
            yield return Warning(
                "OUTSIDE_WITHIN",
                Text($"{inside:0.#} % of it lies inside the mask at 'within'; {leastPercent:0.#} % are wanted"),
                "move or shrink it, or make the other mask larger");
    }

    private static Diagnostic Warning(string code, string message, string hint) =>
        new(code, DiagnosticSeverity.Warning, "inputs.mask", message, hint);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
