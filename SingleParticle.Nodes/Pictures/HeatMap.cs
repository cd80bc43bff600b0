using System.Globalization;
using Host.Abstractions.Running;
using SingleParticle.Nodes.Tables;

namespace SingleParticle.Nodes.Pictures;

/// <summary>A quantity over two others, as coloured cells, with its numbers.</summary>
public sealed class HeatMap
{
    private const double Width = 760;
    private const double Height = 400;
    private const double Left = 76;
    private const double Right = 120;
    private const double Top = 46;
    private const double Bottom = 56;

    /// <summary>Heading.</summary>
    public required string Title { get; init; }

    /// <summary>Label of the abscissa, unit last.</summary>
    public required string XLabel { get; init; }

    /// <summary>Label of the ordinate, unit last.</summary>
    public required string YLabel { get; init; }

    /// <summary>What the colours mean.</summary>
    public required string ValueLabel { get; init; }

    /// <summary>Range of the abscissa that the columns share.</summary>
    public required (double Low, double High) XRange { get; init; }

    /// <summary>Range of the ordinate that the rows share.</summary>
    public required (double Low, double High) YRange { get; init; }

    /// <summary>Values [row from the bottom, column]; NaN leaves a cell empty.</summary>
    public required double[,] Values { get; init; }

    /// <summary>The picture and its numbers.</summary>
    /// <param name="name">File name stem.</param>
    public Artifact ToArtifact(string name) => new(name, Title, ToSvg(), "svg", ToCsv());

    /// <summary>The numbers: centre of every cell and its value, empty cells left out.</summary>
    public string ToCsv()
    {
        var table = new CsvTable("x", "y", "value");
        ForEachCell((row, column, value) => table.Add(XAt(column + 0.5), YAt(row + 0.5), value));
        return table.ToString();
    }

    /// <summary>The picture, an SVG document in UTF-8.</summary>
    public byte[] ToSvg()
    {
        var x = new AxisScale(XRange.Low, XRange.High, Left, Width - Right);
        var y = new AxisScale(YRange.Low, YRange.High, Height - Bottom, Top);
        var (low, high) = Range();
        var canvas = new SvgCanvas(Width, Height);
        canvas.Title(20, 26, Title);
        canvas.Rectangle(Left, Top, Width - Left - Right, Height - Top - Bottom, "#F3F4F6");
        ForEachCell((row, column, value) =>
        {
            var (left, right) = (x.Pixel(XAt(column)), x.Pixel(XAt(column + 1)));
            var (bottom, top) = (y.Pixel(YAt(row)), y.Pixel(YAt(row + 1)));
            var colour = ColourScale.Sequential.Of(high > low ? (value - low) / (high - low) : 0);
            canvas.Rectangle(left, top, right - left, bottom - top, colour.ToString(), "", Text(value));
        });
        DrawAxes(canvas, x, y);
        canvas.ColourBar(Width - Right + 24, Top, 200, ColourScale.Sequential, Text(low), Text(high), ValueLabel);
        return canvas.ToDocument();
    }

    private static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private void DrawAxes(SvgCanvas canvas, AxisScale x, AxisScale y)
    {
        foreach (var (pixel, label) in y.Ticks())
            canvas.Text(Left - 8, pixel + 4, label, "end", 11, colour: SvgCanvas.Muted);
        foreach (var (pixel, label) in x.Ticks())
            canvas.Text(pixel, Height - Bottom + 18, label, "middle", 11, colour: SvgCanvas.Muted);
        canvas.Text((Left + Width - Right) / 2, Height - Bottom + 40, XLabel, "middle");
        canvas.Text(18, (Top + Height - Bottom) / 2, YLabel, "middle", rotationDegrees: -90);
    }

    private (double Low, double High) Range()
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        ForEachCell((_, _, value) => (low, high) = (Math.Min(low, value), Math.Max(high, value)));
        return low <= high ? (low, high) : (0, 1);
    }

    private double XAt(double column) => XRange.Low + ((XRange.High - XRange.Low) * column / Values.GetLength(1));

    private double YAt(double row) => YRange.Low + ((YRange.High - YRange.Low) * row / Values.GetLength(0));

    private void ForEachCell(Action<int, int, double> visit)
    {
        for (var row = 0; row < Values.GetLength(0); row++)
        {
            for (var column = 0; column < Values.GetLength(1); column++)
            {
                if (double.IsFinite(Values[row, column]))
                    visit(row, column, Values[row, column]);
            }
        }
    }
}
