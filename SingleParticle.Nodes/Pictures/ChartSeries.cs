namespace SingleParticle.Nodes.Pictures;

/// <summary>One line of a chart, or one kind of bars.</summary>
/// <param name="Name">Name for the legend; empty for none.</param>
/// <param name="X">Abscissae, ascending unless they are of single points.</param>
/// <param name="Y">Ordinates, one per abscissa.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    /// <summary>Its colour; null for the next one that the chart has not used.</summary>
    public Rgb? Colour { get; init; }

    /// <summary>How this series is drawn; null for the chart's own way. A line or points may go over bars.</summary>
    public ChartStyle? Style { get; init; }

    /// <summary>Whether its line is drawn through or dashed.</summary>
    public LineStyle Line { get; init; }
}
