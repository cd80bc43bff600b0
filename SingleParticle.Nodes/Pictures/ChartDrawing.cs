using System.Globalization;

namespace SingleParticle.Nodes.Pictures;

/// <summary>Draws one chart.</summary>
internal sealed class ChartDrawing
{
    private const double Left = 76;
    private const double Top = 46;
    private const double Bottom = 56;
    private const string Dashes = " stroke-dasharray=\"5 4\"";

    private readonly Chart _chart;
    private readonly IReadOnlyList<Rgb> _colours;
    private readonly ChartLegend _legend;
    private readonly double _right;
    private readonly double _bottom;
    private readonly AxisScale _x;
    private readonly AxisScale _y;

    public ChartDrawing(Chart chart)
    {
        _chart = chart;
        _colours = [.. chart.Series.Select((series, i) => series.Colour ?? ClassColours.Of(i))];
        _legend = new ChartLegend(chart.Series.Select((series, i) => (series.Name, _colours[i].ToString(), DashOf(series))));
        (_right, _bottom) = (chart.Width - _legend.RightPixels, chart.Height - Bottom);
        (_x, _y) = Scales();
    }

    private bool IsBars => _chart.Style is ChartStyle.Bar or ChartStyle.StackedBar;

    public byte[] ToSvg()
    {
        var canvas = new SvgCanvas(_chart.Width, _chart.Height + _legend.BelowPixels(_chart.Width));
        canvas.Title(20, 26, _chart.Title);
        DrawAxes(canvas);
        DrawBars(canvas);
        DrawPoints(canvas);
        DrawLines(canvas);
        DrawGuides(canvas);
        _legend.Draw(canvas, _right, Top, _chart.Height, _chart.Width);
        return canvas.ToDocument();
    }

    private (AxisScale X, AxisScale Y) Scales()
    {
        var xs = _chart.Series.SelectMany(series => series.X).Where(double.IsFinite).DefaultIfEmpty(0).ToList();
        var ys = Tops().Where(double.IsFinite).DefaultIfEmpty(0).ToList();
        var margin = IsBars ? BarWidth() / 2 : 0;
        var low = Math.Min(ys.Min(), _chart.YRange?.Low ?? (IsBars ? 0 : ys.Min()));
        var high = Math.Max(ys.Max() * (ys.Max() > 0 ? 1.04 : 1), _chart.YRange?.High ?? double.NegativeInfinity);
        return (
            new AxisScale(xs.Min() - margin, xs.Max() + margin, Left, _right, _chart.XAxis),
            new AxisScale(low, high, _bottom, Top));
    }

    private IEnumerable<double> Tops() => _chart.Style == ChartStyle.StackedBar && _chart.Series.Count > 0
        ? Enumerable.Range(0, _chart.Series[0].Y.Count).Select(i => _chart.Series.Sum(series => series.Y[i]))
        : _chart.Series.SelectMany(series => series.Y);

    private double BarWidth() => _chart.Series is [{ X: [var first, var second, ..] }, ..] ? second - first : 1;

    private void DrawAxes(SvgCanvas canvas)
    {
        foreach (var (pixel, label) in _y.Ticks())
        {
            canvas.Line(Left, pixel, _right, pixel, SvgCanvas.Grid);
            canvas.Text(Left - 8, pixel + 4, label, "end", 11, colour: SvgCanvas.Muted);
        }

        foreach (var (pixel, label) in _x.Ticks())
        {
            canvas.Line(pixel, _bottom, pixel, _bottom + 4, SvgCanvas.Frame);
            canvas.Text(pixel, _bottom + 18, label, "middle", 11, colour: SvgCanvas.Muted);
        }

        canvas.Line(Left, _bottom, _right, _bottom, SvgCanvas.Frame);
        canvas.Text((Left + _right) / 2, _bottom + 40, _chart.XLabel, "middle");
        canvas.Text(18, (Top + _bottom) / 2, _chart.YLabel, "middle", rotationDegrees: -90);
    }

    private ChartStyle StyleOf(ChartSeries series) => series.Style ?? _chart.Style;

    private void DrawPoints(SvgCanvas canvas)
    {
        for (var i = 0; i < _chart.Series.Count; i++)
        {
            var series = _chart.Series[i];
            for (var point = 0; StyleOf(series) == ChartStyle.Points && point < series.X.Count; point++)
            {
                if (double.IsFinite(series.Y[point]))
                    canvas.Disc(
                        _x.Pixel(series.X[point]), _y.Pixel(series.Y[point]), 1.8, _colours[i].ToString(), " fill-opacity=\"0.4\"");
            }
        }
    }

    private void DrawLines(SvgCanvas canvas)
    {
        var weight = _chart.Series.Count > 20 ? " stroke-width=\"1.2\"" : " stroke-width=\"2\"";
        for (var i = 0; i < _chart.Series.Count; i++)
        {
            var (series, colour) = (_chart.Series[i], _colours[i].ToString());
            if (StyleOf(series) != ChartStyle.Line)
                continue;
            var points = series.X.Zip(series.Y)
                .Where(point => double.IsFinite(point.Second)).Select(point => (_x.Pixel(point.First), _y.Pixel(point.Second))).ToList();
            if (points.Count > 1)
                canvas.Polyline(points, colour, weight + DashOf(series), series.Name);
            else if (points.Count == 1)
                canvas.Disc(points[0].Item1, points[0].Item2, 3.5, colour);
        }
    }

    private void DrawBars(SvgCanvas canvas)
    {
        var half = BarWidth() / 2;
        var floors = new double[_chart.Series.Count == 0 ? 0 : _chart.Series.Max(series => series.Y.Count)];
        for (var s = 0; s < _chart.Series.Count; s++)
        {
            var series = _chart.Series[s];
            for (var i = 0; StyleOf(series) is ChartStyle.Bar or ChartStyle.StackedBar && i < series.Y.Count; i++)
            {
                if (!double.IsFinite(series.Y[i]) || series.Y[i] == 0)
                    continue;
                var floor = _chart.Style == ChartStyle.StackedBar ? floors[i] : 0;
                var (left, right) = (_x.Pixel(series.X[i] - half) + 0.5, _x.Pixel(series.X[i] + half) - 0.5);
                var (top, bottom) = (_y.Pixel(floor + series.Y[i]), _y.Pixel(floor));
                canvas.Rectangle(
                    left, top, Math.Max(0.5, right - left), Math.Max(0.5, bottom - top), _colours[s].ToString(), " fill-opacity=\"0.85\"",
                    Hint(series, i, half));
                floors[i] += series.Y[i];
            }
        }
    }

    private void DrawGuides(SvgCanvas canvas)
    {
        foreach (var guide in _chart.Guides.Select(value => new ChartGuide(GuideAxis.Y, value)).Concat(_chart.NamedGuides))
        {
            if (guide.Axis == GuideAxis.Y)
            {
                var y = _y.Pixel(guide.Value);
                canvas.Line(Left, y, _right, y, SvgCanvas.Frame, Dashes);
                canvas.Text(_right - 4, y - 5, guide.Label, "end", 11, colour: SvgCanvas.Muted);
            }
            else
            {
                var x = _x.Pixel(guide.Value);
                canvas.Line(x, Top, x, _bottom, SvgCanvas.Frame, Dashes);
                canvas.Text(x + 5, Top + 10, guide.Label, size: 11, colour: SvgCanvas.Muted);
            }
        }
    }

    private static string DashOf(ChartSeries series) => series.Line == LineStyle.Dashed ? Dashes : "";

    private static string Hint(ChartSeries series, int i, double half)
    {
        var name = series.Name.Length > 0 ? series.Name + ", " : "";
        return name + string.Create(
            CultureInfo.InvariantCulture, $"{series.X[i] - half:0.###} to {series.X[i] + half:0.###}: {series.Y[i]:0.###}");
    }
}
