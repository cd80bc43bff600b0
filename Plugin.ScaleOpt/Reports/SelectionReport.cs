using System.Globalization;
using Host.Abstractions.Running;
using Plugin.ScaleOpt.Selection;
using SingleParticle.Nodes.Pictures;
using SingleParticle.Statistics;

namespace Plugin.ScaleOpt.Reports;

/// <summary>What a selection by a statistic did, as a picture and tables.</summary>
internal sealed class SelectionReport
{
    private const int BinCount = 60;
    private const int CurvePointCount = 240;

    private readonly Statistic _statistic;
    private readonly StatisticValues _values;
    private readonly StatisticSplit _split;
    private readonly double[] _finite;

    /// <summary>Prepares for a selection.</summary>
    public SelectionReport(Statistic statistic, StatisticValues values, StatisticSplit split)
    {
        (_statistic, _values, _split) = (statistic, values, split);
        _finite = [.. values.Values.Where(double.IsFinite)];
    }

    /// <summary>The histogram of the statistic, what is selected and what not, with cuts and the fitted mixture.</summary>
    public Chart Histogram()
    {
        var (low, high) = _finite.Length > 0 ? (_finite.Min(), _finite.Max()) : (0, 1);
        return new Chart
        {
            Title = $"{NameOf(_statistic, isCapital: true)}: {_split.Rule}",
            XLabel = NameOf(_statistic, isCapital: false),
            YLabel = "particles",
            Style = ChartStyle.StackedBar,
            Series = [Bars("selected", true, low, high), Bars("rejected", false, low, high), .. Curves(low, high)],
            NamedGuides = [.. _split.Cuts.Where(cut => cut >= low && cut <= high)
                .Select(cut => new ChartGuide(GuideAxis.X, cut, Text($"{cut:0.###}")))],
        };
    }

    /// <summary>The tables.</summary>
    public IReadOnlyList<SummaryTable> Summarise()
    {
        var selection = new SummaryTable(
            $"Selection by {NameOf(_statistic, isCapital: false)}",
            ["set", "particles", "%", "lowest", "mean", "highest"],
            [RowOf("selected", true), RowOf("rejected", false)]);
        return _split.Mixture is { } mixture
            ? [selection, ComponentsOf(mixture), ModesOf(mixture)]
            : [selection];
    }

    private static SummaryTable ComponentsOf(GaussianMixture mixture) => new(
        "Components of the distribution",
        ["component", "share %", "mean", "standard deviation"],
        [.. mixture.Components.Select((component, i) => (IReadOnlyList<string>)[
            Text($"{i + 1}"),
            Text($"{100 * component.Weight:0.0}"),
            Text($"{component.Mean:0.000}"),
            Text($"{component.Deviation:0.000}"),
        ])]);

    private static SummaryTable ModesOf(GaussianMixture mixture) => new(
        "Modes of the distribution",
        ["mode", "share %", "at"],
        [.. DistributionMode.Of(mixture).Select((mode, i) => (IReadOnlyList<string>)[
            Text($"{i + 1}"), Text($"{100 * mode.Share:0.0}"), Text($"{mode.Value:0.000}")])]);

    private static string NameOf(Statistic statistic, bool isCapital) => (statistic, isCapital) switch
    {
        (Statistic.Scale, true) => "Per-particle scale",
        (Statistic.Scale, false) => "per-particle scale",
        (Statistic.Posterior, true) => "Largest class posterior",
        (Statistic.Posterior, false) => "largest class posterior",
        (_, true) => "Effective sample size over classes",
        _ => "effective sample size over classes",
    };

    private IReadOnlyList<string> RowOf(string name, bool isSelected)
    {
        var count = _split.IsSelected.Count(selected => selected == isSelected);
        var finite = Of(isSelected).ToArray();
        var share = Text($"{100.0 * count / Math.Max(1, _split.IsSelected.Length):0.0}");
        IReadOnlyList<string> values = finite.Length == 0
            ? ["-", "-", "-"]
            : [Text($"{finite.Min():0.000}"), Text($"{finite.Average():0.000}"), Text($"{finite.Max():0.000}")];
        return [name, Text($"{count}"), share, .. values];
    }

    private ChartSeries Bars(string name, bool isSelected, double low, double high) =>
        SingleParticle.Nodes.Pictures.Histogram.Of(name, Of(isSelected).Select(value => (float)value), low, high, BinCount);

    private IEnumerable<double> Of(bool isSelected) =>
        _values.Values.Where((value, row) => _split.IsSelected[row] == isSelected && double.IsFinite(value));

    /// <summary>What the mixture predicts for the bars, errors of measurement included.</summary>
    private IEnumerable<ChartSeries> Curves(double low, double high)
    {
        if (_split.Mixture is not { } mixture || !(high > low))
            yield break;
        var error = Math.Sqrt(_values.Errors.Average(value => value * value));
        var perBin = _finite.Length * (high - low) / BinCount;
        double[] x = [.. Enumerable.Range(0, CurvePointCount + 1).Select(i => low + ((high - low) * i / CurvePointCount))];
        yield return new ChartSeries("mixture", x, [.. x.Select(value => perBin * mixture.Density(value, error))])
        {
            Style = ChartStyle.Line,
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
