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
    public Artifact ToArtifact(string name) => new(name, Title, Encoding.UTF8.GetBytes(ToSvg()), "svg", ToCsv());

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

    /// <summary>The picture.</summary>
    public string ToSvg()
    {
        var (x, y) = Scales();
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\" font-family=\"Helvetica, Arial, sans-serif\" font-size=\"13\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{Width}\" height=\"{Height}\" fill=\"white\"/>\n");
        svg.Append(Text(Left, 26, Title, "start", 16));
        AppendAxes(svg, x, y);
        foreach (var guide in Guides)
            svg.Append(Line(Left, y.Pixel(guide), Width - Right, y.Pixel(guide), "#888888", " stroke-dasharray=\"5 4\""));
        for (var i = 0; i < Series.Count; i++)
            AppendSeries(svg, i, x, y);
        return svg.Append("</svg>\n").ToString();
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

    private void AppendAxes(StringBuilder svg, AxisScale x, AxisScale y)
    {
        foreach (var (pixel, label) in y.Ticks())
        {
            svg.Append(Line(Left, pixel, Width - Right, pixel, "#E4E4E4"));
            svg.Append(Text(Left - 8, pixel + 4, label, "end"));
        }

        foreach (var (pixel, label) in x.Ticks())
        {
            svg.Append(Line(pixel, Height - Bottom, pixel, Height - Bottom + 5, "#444444"));
            svg.Append(Text(pixel, Height - Bottom + 20, label, "middle"));
        }

        svg.Append(Line(Left, Height - Bottom, Width - Right, Height - Bottom, "#444444"));
        svg.Append(Text((Left + Width - Right) / 2, Height - 14, XLabel, "middle"));
        svg.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate(20 {(Top + Height - Bottom) / 2:0.##}) rotate(-90)\">{Text(0, 0, YLabel, "middle")}</g>\n");
    }

    private void AppendSeries(StringBuilder svg, int index, AxisScale x, AxisScale y)
    {
        var series = Series[index];
        var colour = Colours[index % Colours.Length];
        if (Style == ChartStyle.Bar)
        {
            var half = BarWidth() / 2;
            for (var i = 0; i < series.X.Count; i++)
            {
                var (left, right, top) = (x.Pixel(series.X[i] - half), x.Pixel(series.X[i] + half), y.Pixel(series.Y[i]));
                svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{left:0.##}\" y=\"{top:0.##}\" width=\"{right - left:0.##}\" height=\"{y.Pixel(0) - top:0.##}\" fill=\"{colour}\" fill-opacity=\"0.75\" stroke=\"white\"/>\n");
            }
        }
        else
        {
            var points = Enumerable.Range(0, series.X.Count).Where(i => double.IsFinite(series.Y[i]))
                .Select(i => string.Create(CultureInfo.InvariantCulture, $"{x.Pixel(series.X[i]):0.##},{y.Pixel(series.Y[i]):0.##}"));
            svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{string.Join(' ', points)}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>\n");
        }

        if (Series.Count > 1 || series.Name.Length > 0)
        {
            var row = Top + 10 + (index * 19);
            svg.Append(Line(Width - Right + 14, row - 4, Width - Right + 34, row - 4, colour, " stroke-width=\"4\""));
            svg.Append(Text(Width - Right + 40, row, series.Name, "start"));
        }
    }

    private static string Line(double x1, double y1, double x2, double y2, string colour, string style = "") => string.Create(
        CultureInfo.InvariantCulture,
        $"<line x1=\"{x1:0.##}\" y1=\"{y1:0.##}\" x2=\"{x2:0.##}\" y2=\"{y2:0.##}\" stroke=\"{colour}\"{style}/>\n");

    private static string Text(double x, double y, string text, string anchor, int size = 13) => string.Create(
        CultureInfo.InvariantCulture,
        $"<text x=\"{x:0.##}\" y=\"{y:0.##}\" text-anchor=\"{anchor}\" font-size=\"{size}\" fill=\"#222222\">{System.Security.SecurityElement.Escape(text)}</text>\n");
}
