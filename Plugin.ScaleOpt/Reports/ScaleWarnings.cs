using System.Globalization;
using Host.Abstractions.Planning;
using Plugin.ScaleOpt.Outputs;

namespace Plugin.ScaleOpt.Reports;

/// <summary>What scales say that a user should hear.</summary>
internal static class ScaleWarnings
{
    // Fewer than this are the usual handful of misplaced picks.
    private const double RemarkableRejectedShare = 0.05;

    /// <summary>The warnings.</summary>
    /// <param name="scales">The scales.</param>
    public static IEnumerable<Diagnostic> Of(ScaleTable scales)
    {
        var rejectedCount = scales.Rejected().Length;
        if (rejectedCount > 0)
            yield return new Diagnostic(
                "REJECTED_PARTICLES",
                rejectedCount > RemarkableRejectedShare * scales.Scale.Length ? DiagnosticSeverity.Warning : DiagnosticSeverity.Note,
                "inputs.particles",
                Text($"{rejectedCount} of {scales.Scale.Length} particles have no positive scale: they are empty, inverted or misaligned"),
                "they are in the rejected set");
        if (scales.Modes is { Count: > 1 } modes)
            yield return new Diagnostic(
                "SCALE_MULTIMODAL",
                DiagnosticSeverity.Warning,
                "inputs.particles",
                Text($"the scales have {modes.Count} modes, at ")
                    + string.Join(" and ", modes.Select(mode => Text($"{mode.Value:0.00} ({100 * mode.Share:0} % of the particles)")))
                    + ": particles differ in contrast, as ice of different thickness makes them, or in mass",
                "classify with these scales (per_particle_scale: input or optimal), or classes will follow scale instead of structure; "
                    + "select.statistic parts the modes");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
