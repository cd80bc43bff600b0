namespace SingleParticle.Nodes.Pictures;

/// <summary>How a chart draws its series.</summary>
public enum ChartStyle
{
    /// <summary>Connected points.</summary>
    Line,

    /// <summary>Bars centred on the abscissae, for histograms.</summary>
    Bar,

    /// <summary>Bars of all series one upon the other; all series have the same abscissae.</summary>
    StackedBar,

    /// <summary>Single points, for scatter.</summary>
    Points,
}
