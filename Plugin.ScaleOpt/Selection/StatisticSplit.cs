using System.Globalization;
using Host.Abstractions.Running;
using SingleParticle.Statistics;

namespace Plugin.ScaleOpt.Selection;

/// <summary>Which particles a statistic selects, and why.</summary>
/// <param name="IsSelected">Whether a row is selected.</param>
/// <param name="Mixture">The distribution that was fitted; null for a threshold.</param>
/// <param name="Cuts">Values at which selected and rejected particles part, ascending; none where errors decide as well.</param>
/// <param name="Rule">What selects, in words.</param>
internal sealed record StatisticSplit(bool[] IsSelected, GaussianMixture? Mixture, IReadOnlyList<double> Cuts, string Rule)
{
    /// <summary>Splits particles.</summary>
    /// <param name="options">How.</param>
    /// <param name="values">The statistic.</param>
    /// <exception cref="JobFailedException">There are too few values, or the component or mode asked for does not exist.</exception>
    public static StatisticSplit Of(SelectStatisticOptions options, StatisticValues values)
    {
        if (options.SplitBy == SplitBy.Threshold)
            return Within(values, options.Minimum, options.Maximum, _ => true);
        // Scales that are not positive are errors of another kind: they belong to no component.
        bool IsCounted(int row) => options.Statistic != Statistic.Scale || values.Values[row] > 0;
        var mixture = StatisticPopulation.Fit(values, IsCounted, options.Components) ?? throw new JobFailedException(
            "TOO_FEW_VALUES",
            "inputs.particles",
            "fewer than two particles have a value, too few for a distribution",
            "use more particles, or split_by: threshold");
        return options.SplitBy == SplitBy.Mode
            ? OfMode(options.Part, values, mixture, IsCounted)
            : OfComponent(options, values, mixture, IsCounted);
    }

    private static StatisticSplit OfComponent(
        SelectStatisticOptions options, StatisticValues values, GaussianMixture mixture, Func<int, bool> isCounted)
    {
        var part = PartOf(options.Part, mixture.Components.Count, "component");
        var selected = new bool[values.Values.Length];
        Span<double> probabilities = stackalloc double[mixture.Components.Count];
        for (var row = 0; row < selected.Length; row++)
        {
            if (!double.IsFinite(values.Values[row]) || !isCounted(row))
                continue;
            mixture.Probabilities(values.Values[row], values.Errors[row], probabilities);
            selected[row] = probabilities[part] >= options.LeastProbability;
        }

        var rule = Text($"component {part + 1} of {mixture.Components.Count} with a probability of {options.LeastProbability} or more");
        return new StatisticSplit(selected, mixture, [], rule);
    }

    private static StatisticSplit OfMode(int? wanted, StatisticValues values, GaussianMixture mixture, Func<int, bool> isCounted)
    {
        var modes = DistributionMode.Of(mixture);
        var part = PartOf(wanted, modes.Count, "mode");
        double? low = part > 0 ? modes[part - 1].UpperEnd : null;
        double? high = part < modes.Count - 1 ? modes[part].UpperEnd : null;
        var split = Within(values, low, high, isCounted);
        return split with { Mixture = mixture, Rule = Text($"mode {part + 1} of {modes.Count}: ") + split.Rule };
    }

    private static StatisticSplit Within(StatisticValues values, double? minimum, double? maximum, Func<int, bool> isCounted)
    {
        var rule = (minimum, maximum) switch
        {
            (null, null) => "all values",
            (null, { } high) => Text($"{high:0.###} or less"),
            ({ } low, null) => Text($"{low:0.###} or more"),
            ({ } low, { } high) => Text($"{low:0.###} to {high:0.###}"),
        };
        bool[] selected = [.. values.Values.Select((value, row) =>
            value >= (minimum ?? double.NegativeInfinity) && value <= (maximum ?? double.PositiveInfinity) && isCounted(row))];
        return new StatisticSplit(selected, null, [.. new[] { minimum, maximum }.OfType<double>()], rule);
    }

    private static int PartOf(int? wanted, int count, string thing) => wanted is null ? count - 1
        : wanted <= count ? wanted.Value - 1
        : throw new JobFailedException(
            "NO_SUCH_PART",
            "params.part",
            Text($"part {wanted} is wanted, but the distribution has {count} {thing}{(count == 1 ? "" : "s")}"),
            Text($"use 1 to {count}, or split_by: threshold"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
