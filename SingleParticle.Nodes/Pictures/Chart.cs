using System.Globalization;
using System.Text;
using Host.Abstractions.Running;

namespace SingleParticle.Nodes.Pictures;

/// <summary>A chart as a self-contained SVG picture, with its numbers.</summary>
public sealed class Chart
{
    // Okabe & Ito's colours, told apart by all kinds of colour vision (Wong 2011, DOI 10.1038/nmeth.1618).
    private static readonly string[] Colours =
        ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#8C8C00", "#7F3C8D", "#666666"];

    private const double Width = 760;
    private const double Height = 420;
    private const double Left = 78;
    private const double Right = 150;
    private const double Top = 44;
    private const double Bottom = 58;

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

    /// <summary>Ordinates that the axis shows at least.</summary>
    public (double Low, double High)? YRange { get; init; }

    /// <summary>Horizontal guide lines, 0.143 of an FSC for instance.</summary>
    public IReadOnlyList<double> Guides { get; init; } = [];

    /// <summary>The chart and its numbers.</summary>
    /// <param name="name">File name stem.</param>
    public Artifact ToArtifact(string name) => new(name, Title, ToSvg(), "svg", ToCsv());

    /// <summary>The numbers, long form: series, x, y.</summary>
    public string ToCsv()
    {
        var csv = new StringBuilder("series,x,y\n");
        foreach (var series in Series)
        {
            for (var i = 0; i < series.X.Count; i++)
                csv.Append(CultureInfo.InvariantCulture, $"\"{series.Name}\",{series.X[i]:R},{series.Y[i]:R}\n");
        }

        return csv.ToString();
    }

    /// <summary>The picture, an SVG document in UTF-8.</summary>
    public byte[] ToSvg()
    {
        var (x, y) = Scales();
        var canvas = new SvgCanvas(Width, Height);
        canvas.Text(Left, 26, Title, size: 16);
        DrawAxes(canvas, x, y);
        foreach (var guide in Guides)
            canvas.Line(Left, y.Pixel(guide), Width - Right, y.Pixel(guide), "#888888", " stroke-dasharray=\"5 4\"");
        for (var i = 0; i < Series.Count; i++)
            DrawSeries(canvas, i, x, y);
        return canvas.ToDocument();
    }

    private (AxisScale X, AxisScale Y) Scales()
    {
        var xs = Series.SelectMany(series => series.X).Where(double.IsFinite).DefaultIfEmpty(0).ToList();
        var ys = Series.SelectMany(series => series.Y).Where(double.IsFinite).DefaultIfEmpty(0).ToList();
        var margin = Style == ChartStyle.Bar ? BarWidth() / 2 : 0;
        var low = Math.Min(ys.Min(), YRange?.Low ?? (Style == ChartStyle.Bar ? 0 : ys.Min()));
        var high = Math.Max(ys.Max() * (ys.Max() > 0 ? 1.04 : 1), YRange?.High ?? double.NegativeInfinity);
        return (
            new AxisScale(xs.Min() - margin, xs.Max() + margin, Left, Width - Right),
            new AxisScale(low, high, Height - Bottom, Top));
    }

    private double BarWidth() => Series.Count > 0 && Series[0].X.Count > 1 ? Series[0].X[1] - Series[0].X[0] : 1;

    private void DrawAxes(SvgCanvas canvas, AxisScale x, AxisScale y)
    {
        foreach (var (pixel, label) in y.Ticks())
        {
            canvas.Line(Left, pixel, Width - Right, pixel, "#E4E4E4");
            canvas.Text(Left - 8, pixel + 4, label, "end");
        }

        foreach (var (pixel, label) in x.Ticks())
        {
            canvas.Line(pixel, Height - Bottom, pixel, Height - Bottom + 5, "#444444");
            canvas.Text(pixel, Height - Bottom + 20, label, "middle");
        }

        canvas.Line(Left, Height - Bottom, Width - Right, Height - Bottom, "#444444");
        canvas.Text((Left + Width - Right) / 2, Height - 14, XLabel, "middle");
        canvas.Text(20, (Top + Height - Bottom) / 2, YLabel, "middle", rotationDegrees: -90);
    }

    private void DrawSeries(SvgCanvas canvas, int index, AxisScale x, AxisScale y)
    {
        var (series, colour) = (Series[index], Colours[index % Colours.Length]);
        if (Style == ChartStyle.Bar)
            DrawBars(canvas, series, colour, x, y);
        else
            canvas.Polyline(Points(series).Select(point => (x.Pixel(point.X), y.Pixel(point.Y))), colour);
        if (series.Name.Length == 0)
            return;
        var row = Top + 10 + (index * 19);
        canvas.Line(Width - Right + 14, row - 4, Width - Right + 34, row - 4, colour, " stroke-width=\"4\"");
        canvas.Text(Width - Right + 40, row, series.Name);
    }

    private void DrawBars(SvgCanvas canvas, ChartSeries series, string colour, AxisScale x, AxisScale y)
    {
        var half = BarWidth() / 2;
        foreach (var (centre, value) in Points(series))
        {
            var (left, top) = (x.Pixel(centre - half), y.Pixel(value));
            canvas.Rectangle(
                left, top, x.Pixel(centre + half) - left, y.Pixel(0) - top, colour, " fill-opacity=\"0.75\" stroke=\"white\"");
        }
    }

    private static IEnumerable<(double X, double Y)> Points(ChartSeries series) =>
        series.X.Zip(series.Y).Where(point => double.IsFinite(point.Second));
}
