using System.Globalization;
using Host.Abstractions.Running;
using SingleParticle.Nodes.Tables;

namespace SingleParticle.Nodes.Pictures;

/// <summary>The spread of a quantity in every class: median, quartiles, and whiskers from the 5th to the 95th part in a hundred.</summary>
public sealed class BoxPlot
{
    private const double Left = 76;
    private const double Top = 46;
    private const double Bottom = 56;
    private const double Height = 360;

    private static readonly double[] Quantiles = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>Heading.</summary>
    public required string Title { get; init; }

    /// <summary>Label of the ordinate, unit last.</summary>
    public required string YLabel { get; init; }

    /// <summary>Values of every class.</summary>
    public required IReadOnlyList<IReadOnlyList<float>> Values { get; init; }

    /// <summary>Value of the guide line across the plot, the median of all for instance.</summary>
    public double? Guide { get; init; }

    /// <summary>The picture and its quantiles.</summary>
    /// <param name="name">File name stem.</param>
    public Artifact ToArtifact(string name)
    {
        var boxes = Boxes();
        var table = new CsvTable("class", "count", "percentile_5", "quartile_1", "median", "quartile_3", "percentile_95");
        for (var k = 0; k < boxes.Length; k++)
            table.Add([k + 1, Values[k].Count, .. boxes[k].Select(value => (object?)value)]);
        return new Artifact(name, Title, ToSvg(boxes), "svg", table.ToString());
    }

    private double[][] Boxes() =>
    [
        .. Values.Select(values =>
        {
            var sorted = values.Order().ToArray();
            return Array.ConvertAll(Quantiles, part => sorted is [] ? double.NaN : sorted[(int)Math.Round(part * (sorted.Length - 1))]);
        }),
    ];

    private byte[] ToSvg(double[][] boxes)
    {
        var step = Math.Clamp(660.0 / Math.Max(1, boxes.Length), 9, 60);
        var right = Left + (step * boxes.Length);
        var canvas = new SvgCanvas(Math.Max(right + 24, 400), Height);
        canvas.Title(20, 26, Title);
        var known = boxes.SelectMany(box => box).Where(double.IsFinite).DefaultIfEmpty(0).ToList();
        var y = new AxisScale(Math.Min(0, known.Min()), known.Max() * 1.05, Height - Bottom, Top);
        foreach (var (pixel, label) in y.Ticks())
        {
            canvas.Line(Left, pixel, right, pixel, SvgCanvas.Grid);
            canvas.Text(Left - 8, pixel + 4, label, "end", 11, colour: SvgCanvas.Muted);
        }

        if (Guide is { } guide)
            canvas.Line(Left, y.Pixel(guide), right, y.Pixel(guide), SvgCanvas.Frame, " stroke-dasharray=\"5 4\"");
        for (var k = 0; k < boxes.Length; k++)
            DrawBox(canvas, k, boxes[k], Left + ((k + 0.5) * step), Math.Min(30, 0.62 * step), y);
        canvas.Line(Left, Height - Bottom, right, Height - Bottom, SvgCanvas.Frame);
        for (var k = 0; k < boxes.Length; k += boxes.Length > 40 ? 5 : boxes.Length > 25 ? 2 : 1)
            canvas.Text(
                Left + ((k + 0.5) * step), Height - Bottom + 18, string.Create(CultureInfo.InvariantCulture, $"{k + 1}"), "middle", 11,
                colour: SvgCanvas.Muted);
        canvas.Text((Left + right) / 2, Height - 14, "class", "middle");
        canvas.Text(18, (Top + Height - Bottom) / 2, YLabel, "middle", rotationDegrees: -90);
        return canvas.ToDocument();
    }

    private void DrawBox(SvgCanvas canvas, int k, double[] box, double centre, double width, AxisScale y)
    {
        if (double.IsNaN(box[0]))
            return;
        var colour = ClassColours.Of(k).ToString();
        var hint = string.Create(
            CultureInfo.InvariantCulture,
            $"class {k + 1} ({Values[k].Count}): median {box[2]:0.###}, quartiles {box[1]:0.###} to {box[3]:0.###}");
        canvas.Line(centre, y.Pixel(box[0]), centre, y.Pixel(box[4]), colour, " stroke-width=\"1.5\"");
        canvas.Rectangle(
            centre - (width / 2), y.Pixel(box[3]), width, Math.Max(1, y.Pixel(box[1]) - y.Pixel(box[3])), colour, " rx=\"2\"", hint);
        canvas.Line(centre - (width / 2), y.Pixel(box[2]), centre + (width / 2), y.Pixel(box[2]), "#FFFFFF", " stroke-width=\"2\"");
    }
}
