using Host.Abstractions.Running;
using SingleParticle.Nodes.Tables;

namespace SingleParticle.Nodes.Pictures;

/// <summary>A chart as a self-contained SVG picture, with its numbers.</summary>
/// <remarks>Few series are named beside the plot, many below it in columns.</remarks>
public sealed class Chart
{
    /// <summary>Heading.</summary>
    public required string Title { get; init; }

    /// <summary>Label of the abscissa, unit last.</summary>
    public required string XLabel { get; init; }

    /// <summary>Label of the ordinate, unit last.</summary>
    public required string YLabel { get; init; }

    /// <summary>What is drawn.</summary>
    public required IReadOnlyList<ChartSeries> Series { get; init; }

    /// <summary>How it is drawn.</summary>
    public ChartStyle Style { get; init; }

    /// <summary>What the abscissae are.</summary>
    public AxisKind XAxis { get; init; }

    /// <summary>Ordinates that the axis shows at least.</summary>
    public (double Low, double High)? YRange { get; init; }

    /// <summary>Horizontal guide lines, 0.143 of an FSC for instance.</summary>
    public IReadOnlyList<double> Guides { get; init; } = [];

    /// <summary>Guide lines with words, along either axis.</summary>
    public IReadOnlyList<ChartGuide> NamedGuides { get; init; } = [];

    /// <summary>Width of the picture in pixels.</summary>
    public double Width { get; init; } = 760;

    /// <summary>Height of the plot with its axes in pixels; a legend below comes on top of it.</summary>
    public double Height { get; init; } = 400;

    /// <summary>The chart and its numbers.</summary>
    /// <param name="name">File name stem.</param>
    public Artifact ToArtifact(string name) => new(name, Title, ToSvg(), "svg", ToCsv());

    /// <summary>The numbers, long form: series, x, y.</summary>
    public string ToCsv()
    {
        var table = new CsvTable("series", "x", "y");
        foreach (var series in Series)
        {
            for (var i = 0; i < series.X.Count; i++)
                table.Add(series.Name, series.X[i], series.Y[i]);
        }

        return table.ToString();
    }

    /// <summary>The picture, an SVG document in UTF-8.</summary>
    public byte[] ToSvg() => new ChartDrawing(this).ToSvg();
}
