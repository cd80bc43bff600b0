using System.Globalization;
using Host.Abstractions.Running;
using Plugin.Classify3D.Schedules;
using SingleParticle.Estimation;

namespace Plugin.Classify3D.Reports;

/// <summary>Tables of a classification for people.</summary>
internal static class ClassificationSummary
{
    private const int MostPairs = 30;

    /// <summary>The table of classes, how EM ended, and which classes look alike.</summary>
    /// <param name="view">The classification.</param>
    public static IReadOnlyList<SummaryTable> Of(ClassificationView view)
    {
        var tables = new List<SummaryTable> { Classes(view), Course(view) };
        if (view.Evidence.AlikePairs.Any())
            tables.Add(AlikePairs(view));
        return tables;
    }

    /// <summary>Classes that the data do not tell apart.</summary>
    /// <param name="view">The classification.</param>
    public static SummaryTable AlikePairs(ClassificationView view) => new(
        "Classes that look alike",
        ["class", "class", "overlap", "relative difference", "significance"],
        [
            .. view.Evidence.AlikePairs.OrderByDescending(pair => pair.Overlap).Take(MostPairs).Select(pair => (IReadOnlyList<string>)
            [
                Text($"{pair.First + 1}"),
                Text($"{pair.Second + 1}"),
                Text($"{pair.Overlap:0.00}"),
                Text($"{pair.RelativeDifference:0.000}"),
                Text($"{pair.Significance:0.0}"),
            ]),
        ]);

    private static SummaryTable Classes(ClassificationView view) => new(
        "Classes",
        ["class", "particles", "share %", "mean posterior", "held-out posterior", "resolution Å"],
        [
            .. view.Figures.Select(of => (IReadOnlyList<string>)
            [
                Text($"{of.ClassIndex + 1}"),
                Text($"{of.ParticleCount}"),
                Text($"{100 * of.Share:0.0}"),
                of.ParticleCount == 0 ? "-" : Text($"{of.MeanPosterior:0.000}"),
                of.ParticleCount == 0 ? "-" : Text($"{view.Evidence.HeldOutPosteriors[of.ClassIndex]:0.000}"),
                ResolutionText(view.Result.Classes[of.ClassIndex]).Replace(" Å", ""),
            ]),
        ]);

    private static SummaryTable Course(ClassificationView view) => new(
        "Expectation maximisation",
        ["iterations", "ended because", "switched %", "mean class ESS", "held-out ESS", "rejected particles"],
        [
            [
                Text($"{view.Result.Records.Count}"),
                ReasonText(view.Result.Reason),
                Text($"{view.Result.Records[^1].SwitchedPercent:0.00}"),
                Text($"{view.Result.Records[^1].MeanEffectiveSampleSize:0.00}"),
                Text($"{view.Evidence.MeanEffectiveSampleSize:0.00}"),
                Text($"{view.Result.RejectedRows().Length}"),
            ],
        ]);

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
