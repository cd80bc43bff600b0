using System.Globalization;
using Host.Abstractions.Running;
using SingleParticle.Geometry;
using SingleParticle.Nodes.Tables;

namespace SingleParticle.Nodes.Pictures;

/// <summary>How often particles are seen from where: the sphere of viewing directions in Mollweide's equal-area projection.</summary>
/// <remarks>
/// Colours give the density relative to even views, 1, smoothed the more the fewer particles there are. The first group is drawn large,
/// the others small below it. rot runs along the equator, tilt from the upper pole (0) to the lower (180 degrees).
/// </remarks>
public sealed class DirectionMap
{
    private const double Margin = 18;
    private const double LargeWidth = 560;

    private const int ParticlesUnderKernel = 40;

    private readonly IReadOnlyList<DirectionGroup> _groups;
    private readonly DirectionBins _bins = new(36);
    private readonly double[][] _densities;
    private readonly double _high;

    /// <summary>Counts directions.</summary>
    /// <param name="groups">All particles first, then parts of them.</param>
    public DirectionMap(IReadOnlyList<DirectionGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        _groups = groups;
        var typical = groups.Skip(1).Select(group => group.Directions.Count).Order().ElementAtOrDefault((groups.Count - 1) / 2);
        var (wide, narrow) = (KernelFor(typical), KernelFor(groups[0].Directions.Count));
        _densities = [.. groups.Select((group, i) => Densities(group.Directions, i == 0 ? narrow : wide))];
        var sorted = _densities[0].Order().ToArray();
        _high = Math.Max(2, Math.Ceiling(1.2 * sorted[(int)(0.99 * (sorted.Length - 1))]));
    }

    /// <summary>The map and the count of every bin and group.</summary>
    /// <param name="name">File name stem.</param>
    /// <param name="title">Heading.</param>
    public Artifact ToArtifact(string name, string title)
    {
        var table = new CsvTable(["rot_degrees", "tilt_degrees", .. _groups.Select(group => group.Label.Replace(' ', '_'))]);
        var counts = _groups.Select(group => Counts(group.Directions)).ToList();
        for (var bin = 0; bin < _bins.Count; bin++)
        {
            var (rot, tilt) = _bins.CentreOf(bin);
            table.Add([rot, tilt, .. counts.Select(of => (object?)of[bin])]);
        }

        return new Artifact(name, title, ToSvg(title), "svg", table.ToString());
    }

    private byte[] ToSvg(string title)
    {
        var small = _groups.Count - 1;
        var columns = small <= 12 ? 4 : small <= 40 ? 6 : 8;
        var (total, smallWidth) = (Math.Max(LargeWidth + 170, 760), 0.0);
        smallWidth = ((total - (2 * Margin)) / columns) - 12;
        var (smallHeight, rows) = ((smallWidth / 2) + 28, (small + columns - 1) / columns);
        var top = 48 + (LargeWidth / 2) + 40;
        var canvas = new SvgCanvas(total, top + (rows * smallHeight) + 10);
        canvas.Title(20, 26, title);
        DrawSphere(canvas, 0, Margin + 12, 64, LargeWidth);
        canvas.Text(Margin + 12, 56, Label(_groups[0]));
        DrawAngles(canvas, Margin + 12, 64);
        canvas.ColourBar(
            LargeWidth + Margin + 50, 84, 200, ColourScale.Sequential, "0", _high.ToString("0", CultureInfo.InvariantCulture) + "×",
            "density relative to even views");
        for (var i = 0; i < small; i++)
        {
            var (x, y) = (Margin + (i % columns * (smallWidth + 12)), top + (i / columns * smallHeight));
            if (_groups[i + 1].Colour is { } colour)
                canvas.Rectangle(x, y + 4, 10, 10, colour.ToString(), " rx=\"2\"");
            canvas.Text(x + 15, y + 13, Label(_groups[i + 1]), size: 11);
            DrawSphere(canvas, i + 1, x, y + 19, smallWidth);
        }

        return canvas.ToDocument();
    }

    private static string Label(DirectionGroup group) =>
        string.Create(CultureInfo.InvariantCulture, $"{group.Label} ({group.Directions.Count})");

    private static void DrawAngles(SvgCanvas canvas, double x, double y)
    {
        var height = LargeWidth / 2;
        foreach (var (rot, anchor) in new[] { (-180, "start"), (-90, "middle"), (0, "middle"), (90, "middle"), (180, "end") })
            canvas.Text(
                x + (LargeWidth / 2) + (rot / 180.0 * 0.49 * LargeWidth), y + (height / 2) + 4, $"{rot}°".Replace('-', '\u2212'), anchor,
                11, colour: "#FFFFFF", style: " stroke=\"#1F2933\" stroke-width=\"2.2\" paint-order=\"stroke\"");
        canvas.Text(x + (LargeWidth / 2), y - 4, "tilt 0°", "middle", 11, colour: SvgCanvas.Muted);
        canvas.Text(x + (LargeWidth / 2), y + height + 14, "tilt 180°", "middle", 11, colour: SvgCanvas.Muted);
        canvas.Text(x + LargeWidth - 30, y + height, "rot along the equator", "end", 11, colour: SvgCanvas.Muted);
    }

    private void DrawSphere(SvgCanvas canvas, int group, double x, double y, double width)
    {
        var pixels = width > 300 ? 720 : 240;
        canvas.Image(x, y, width, width / 2, Paint(_densities[group], pixels));
        var (cx, cy) = (x + (width / 2), y + (width / 4));
        foreach (var share in new[] { 0.25, 0.5, 0.75 })
            canvas.Path(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"M{cx:0.#} {y:0.#}A{share * width / 2:0.#} {width / 4:0.#} 0 0 0 {cx:0.#} {y + (width / 2):0.#}") + string.Create(
                    CultureInfo.InvariantCulture, $"A{share * width / 2:0.#} {width / 4:0.#} 0 0 0 {cx:0.#} {y:0.#}"),
                "none",
                " stroke=\"#FFFFFF\" stroke-opacity=\"0.35\" stroke-width=\"0.6\"");
        canvas.Line(x, cy, x + width, cy, "#FFFFFF", " stroke-opacity=\"0.35\" stroke-width=\"0.6\"");
    }

    // Mollweide: x = 2 sqrt2/pi lon cos theta, y = sqrt2 sin theta, with 2 theta + sin 2 theta = pi sin lat.
    private byte[] Paint(double[] densities, int width)
    {
        var height = width / 2;
        var image = new Rgb[width * height];
        for (var row = 0; row < height; row++)
        {
            var v = 1 - (2 * (row + 0.5) / height);
            var theta = Math.Asin(v);
            var latitude = Math.Asin(Math.Clamp(((2 * theta) + Math.Sin(2 * theta)) / Math.PI, -1, 1));
            for (var column = 0; column < width; column++)
            {
                var u = (2 * (column + 0.5) / width) - 1;
                var longitude = Math.PI * u / Math.Cos(theta);
                image[(row * width) + column] = Math.Abs(longitude) > Math.PI
                    ? new Rgb(255, 255, 255)
                    : ColourScale.Sequential.Of(densities[_bins.IndexOf((Math.PI / 2) - latitude, longitude)] / _high);
            }
        }

        return Png.EncodeRgb(width, height, image);
    }

    // As wide as it takes to have some dozens of particles under it where views are even, within reason.
    private DirectionKernel KernelFor(int directionCount) => new(
        _bins, Math.Clamp(double.RadiansToDegrees(Math.Sqrt(2.0 * ParticlesUnderKernel / Math.Max(1, directionCount))), 4, 20));

    private double[] Densities(IReadOnlyList<DoubleVector3> directions, DirectionKernel kernel) =>
        directions.Count == 0 ? new double[_bins.Count] : kernel.Smooth(Counts(directions), directions.Count);

    private int[] Counts(IReadOnlyList<DoubleVector3> directions)
    {
        var counts = new int[_bins.Count];
        foreach (var direction in directions)
            counts[_bins.IndexOf(direction)]++;
        return counts;
    }
}
