using System.Globalization;
using Host.Abstractions.Running;
using Plugin.Classify3D.Schedules;
using SingleParticle.Estimation;

namespace Plugin.Classify3D.Reports;

/// <summary>Tables of a classification for people.</summary>
internal static class ClassificationSummary
{
    /// <summary>The table of classes, and how EM ended.</summary>
    /// <param name="view">The classification.</param>
    public static IReadOnlyList<SummaryTable> Of(ClassificationView view)
    {
        var (result, last) = (view.Result, view.Result.Records[^1]);
        return
        [
            new SummaryTable(
                "Classes",
                ["class", "particles", "share %", "mean posterior", "resolution Å"],
                [
                    .. view.Figures.Select(of => (IReadOnlyList<string>)
                    [
                        Text($"{of.ClassIndex + 1}"),
                        Text($"{of.ParticleCount}"),
                        Text($"{100 * of.Share:0.0}"),
                        of.ParticleCount == 0 ? "-" : Text($"{of.MeanPosterior:0.000}"),
                        ResolutionText(result.Classes[of.ClassIndex]).Replace(" Å", ""),
                    ]),
                ]),
            new SummaryTable(
                "Expectation maximisation",
                ["iterations", "ended because", "switched %", "mean class ESS", "rejected particles"],
                [
                    [
                        Text($"{result.Records.Count}"),
                        ReasonText(result.Reason),
                        Text($"{last.SwitchedPercent:0.00}"),
                        Text($"{last.MeanEffectiveSampleSize:0.00}"),
                        Text($"{result.RejectedRows().Length}"),
                    ],
                ]),
        ];
    }

    /// <summary>Resolution of a map at an FSC of 0.143, with a sign where the working box ends before the curve falls so far.</summary>
    /// <param name="solved">The map.</param>
    public static string ResolutionText(RegularisedMap solved) =>
        (solved.Correlations[^1] >= 0.143 ? "≤ " : "") + Text($"{solved.ResolutionAngstrom:0.0} Å");

    /// <summary>Why EM ended, in words.</summary>
    /// <param name="reason">The reason.</param>
    public static string ReasonText(StopReason reason) => reason switch
    {
        StopReason.FewSwitches => "few particles switched",
        StopReason.DensitiesSettled => "class maps settled",
        _ => "iteration limit",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
