namespace SingleParticle.Nodes.Pictures;

/// <summary>One line of a chart.</summary>
/// <param name="Name">Name for the legend.</param>
/// <param name="X">Abscissae, ascending.</param>
/// <param name="Y">Ordinates, one per abscissa.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y);
