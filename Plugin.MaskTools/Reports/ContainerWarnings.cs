using Host.Abstractions.Planning;
using SingleParticle.Masks;
using SingleParticle.Volumes;

namespace Plugin.MaskTools.Reports;

/// <summary>What may surprise about a focus mask and the solvent mask that should contain it.</summary>
internal static class ContainerWarnings
{
    private const double LeastShareInside = 0.95;

    /// <summary>Judges how much of the mask lies outside.</summary>
    /// <param name="mask">Focus mask.</param>
    /// <param name="solvent">Solvent mask.</param>
    /// <param name="rule">What becomes of what lies outside.</param>
    public static IEnumerable<Diagnostic> Of(Volume mask, Volume solvent, OutsideSolvent rule)
    {
        var inside = MaskOverlap.Of(mask, solvent).FractionOfFirst;
        if (inside == 0 && rule == OutsideSolvent.Keep)
            yield return new Diagnostic(
                "MASKS_APART",
                DiagnosticSeverity.Warning,
                "inputs.solvent",
                "focus and solvent mask do not overlap",
                "check that both belong to the same map");
        else if (inside is > 0 and < LeastShareInside)
            yield return new Diagnostic(
                "FOCUS_OUTSIDE_SOLVENT",
                rule == OutsideSolvent.Cut ? DiagnosticSeverity.Note : DiagnosticSeverity.Warning,
                "inputs.solvent",
                FormattableString.Invariant($"{100 * (1 - inside):0} % of the focus mask lies outside the solvent mask")
                + (rule == OutsideSolvent.Cut ? " and was cut off" : ""),
                "shrink the focus mask, enlarge the solvent mask, or set outside_solvent: cut");
    }
}
