using System.Globalization;
using Host.Abstractions.Planning;

namespace Plugin.ScaleOpt.Selection;

/// <summary>What parameters of a selection must be, whatever the particles.</summary>
internal static class SelectionRules
{
    /// <summary>Every parameter that contradicts another or can select nothing.</summary>
    /// <param name="options">Options of the node.</param>
    public static IEnumerable<Diagnostic> Check(SelectStatisticOptions options)
    {
        if (options.SplitBy == SplitBy.Threshold)
            return CheckRange(options);
        return options is { Part: { } part, Components: { } count } && part > count
            ? [Error("NO_SUCH_PART", "part", Text($"{part} is beyond the last of {count} components"), Text($"use 1 to {count}"))]
            : [];
    }

    private static IEnumerable<Diagnostic> CheckRange(SelectStatisticOptions options)
    {
        if (options is { Minimum: null, Maximum: null })
            yield return Error(
                "NO_THRESHOLD", "minimum", "neither minimum nor maximum is given", "give one of them, or set split_by: component or mode");
        if (options.Minimum > options.Maximum)
            yield return Error(
                "EMPTY_RANGE",
                "maximum",
                Text($"{options.Maximum} is below minimum, {options.Minimum}"),
                "nothing lies between them: exchange them");
        var (lowest, highest) = LimitsOf(options.Statistic);
        if (options.Minimum > highest)
            yield return Error(
                "OUTSIDE_RANGE", "minimum", Text($"{options.Minimum}, but no posterior exceeds {highest}"), "use a smaller value");
        if (options.Maximum < lowest)
            yield return Error(
                "OUTSIDE_RANGE",
                "maximum",
                options.Statistic == Statistic.Ess
                    ? Text($"{options.Maximum}, but no effective sample size is below {lowest}")
                    : Text($"{options.Maximum}, but no posterior is below {lowest}"),
                "use a larger value");
    }

    private static (double Lowest, double Highest) LimitsOf(Statistic statistic) => statistic switch
    {
        Statistic.Posterior => (0, 1),
        Statistic.Ess => (1, double.PositiveInfinity),
        _ => (double.NegativeInfinity, double.PositiveInfinity),
    };

    private static Diagnostic Error(string code, string parameter, string message, string hint) =>
        new(code, DiagnosticSeverity.Error, "params." + parameter, message, hint);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
