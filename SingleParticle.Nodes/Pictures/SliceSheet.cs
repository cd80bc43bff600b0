using System.Globalization;
using Host.Abstractions.Running;
using SingleParticle.Nodes.Tables;
using SingleParticle.Volumes;

namespace SingleParticle.Nodes.Pictures;

/// <summary>Slices of several maps along three axes on one grey scale, and of their differences to a reference in blue and red.</summary>
/// <remarks>The more maps, the smaller the slices: a hundred still fit on a sheet.</remarks>
public sealed class SliceSheet
{
    private const double Gap = 5;
    private const double Head = 64;
    private const double LabelHeight = 22;
    private const double Margin = 16;
    private const double KeyWidth = 96;

    private static readonly SliceAxis[] Axes = [SliceAxis.Z, SliceAxis.Y, SliceAxis.X];

    /// <summary>Heading.</summary>
    public required string Title { get; init; }

    /// <summary>Maps of one box, at least one.</summary>
    public required IReadOnlyList<SliceRow> Rows { get; init; }

    /// <summary>Planes and part of the box shown.</summary>
    public required SliceWindow Window { get; init; }

    /// <summary>Map that differences are taken to; null to show none.</summary>
    public Volume? Reference { get; init; }

    /// <summary>What differences are divided by, the reference's RMS density for instance.</summary>
    public double DifferenceUnit { get; init; } = 1;

    /// <summary>Name of that unit.</summary>
    public string DifferenceUnitName { get; init; } = "";

    /// <summary>Masks whose edges are drawn over every slice.</summary>
    public IReadOnlyList<SliceOutline> Outlines { get; init; } = [];

    private int TilesPerRow => Reference is null ? 3 : 6;

    private (int Columns, double Tile) Layout => (Rows.Count * TilesPerRow) switch
    {
        <= 12 => (1, Reference is null ? 190 : 136),
        <= 54 => (1, 118),
        <= 150 => (2, 92),
        _ => (3, 64),
    };

    /// <summary>The sheet and the range, mean and RMS of every map and difference.</summary>
    /// <param name="name">File name stem.</param>
    public Artifact ToArtifact(string name) => new(name, Title, ToSvg(), "svg", ToCsv());

    /// <summary>The picture, an SVG document in UTF-8.</summary>
    public byte[] ToSvg()
    {
        var (columns, tile) = Layout;
        var rowWidth = (TilesPerRow * (tile + Gap)) + (Reference is null ? 0 : 3 * Gap);
        var perColumn = (Rows.Count + columns - 1) / columns;
        var rowHeight = tile + LabelHeight + 6;
        var (width, height) = (Margin + (columns * (rowWidth + Margin)) + KeyWidth, Head + (perColumn * rowHeight) + 10);
        var keyHeight = Head + LabelHeight + (Reference is not null ? 265 : 130 + (18 * Outlines.Count));
        var canvas = new SvgCanvas(width, Math.Max(height, keyHeight));
        canvas.Title(Margin, 26, Title);
        var density = DensityRange();
        var difference = DifferenceRange();
        for (var i = 0; i < Rows.Count; i++)
        {
            var (x, y) = (Margin + (i / perColumn * (rowWidth + Margin)), Head + (i % perColumn * rowHeight));
            if (i % perColumn == 0)
                DrawHeads(canvas, x, tile);
            DrawRow(canvas, Rows[i], (x, y), tile, density, difference);
        }

        DrawKeys(canvas, width - KeyWidth, density, difference);
        return canvas.ToDocument();
    }

    private void DrawHeads(SvgCanvas canvas, double x, double tile)
    {
        for (var t = 0; t < TilesPerRow; t++)
        {
            var text = tile < 80 ? Window.Describe(Rows[0].Map, Axes[t % 3])[..2] : Window.Describe(Rows[0].Map, Axes[t % 3]);
            canvas.Text(TileX(x, t, tile), Head - 4, text, size: 11, colour: SvgCanvas.Muted);
        }

        if (Reference is not null)
            canvas.Text(TileX(x, 3, tile), Head - 20, "difference to the consensus", size: 11);
    }

    private static double TileX(double x, int t, double tile) => x + (t * (tile + Gap)) + (t >= 3 ? 3 * Gap : 0);

    private void DrawRow(
        SvgCanvas canvas, SliceRow row, (double X, double Y) at, double tile, (float Low, float High) density, float difference)
    {
        if (row.Colour is { } colour)
            canvas.Rectangle(at.X, at.Y + 6, 11, 11, colour.ToString(), " rx=\"2\"");
        canvas.Text(at.X + (row.Colour is null ? 0 : 16), at.Y + 16, row.Label);
        var side = Window.SideVoxels;
        for (var t = 0; t < 3; t++)
        {
            var slice = Window.Slice(row.Map, Axes[t]);
            DrawTile(canvas, TileX(at.X, t, tile), at.Y + LabelHeight, tile, Painted(slice, density.Low, density.High, ColourScale.Grey));
            foreach (var outline in Outlines)
            {
                var path = SliceContour.Path(Window.Slice(outline.Mask, Axes[t]), side, (TileX(at.X, t, tile), at.Y + LabelHeight), tile);
                canvas.Path(path, "none", $" stroke=\"{outline.Colour}\" stroke-width=\"1.6\"");
            }

            if (Reference is null)
                continue;
            var reference = Window.Slice(Reference, Axes[t]);
            for (var i = 0; i < slice.Length; i++)
                slice[i] = (float)((slice[i] - reference[i]) / DifferenceUnit);
            var png = Painted(slice, -difference, difference, ColourScale.Diverging);
            DrawTile(canvas, TileX(at.X, t + 3, tile), at.Y + LabelHeight, tile, png);
        }
    }

    private static void DrawTile(SvgCanvas canvas, double x, double y, double tile, byte[] png)
    {
        canvas.Image(x, y, tile, tile, png);
        canvas.Rectangle(x, y, tile, tile, "none", $" stroke=\"{SvgCanvas.Grid}\" stroke-width=\"0.7\"");
    }

    private void DrawKeys(SvgCanvas canvas, double x, (float Low, float High) density, float difference)
    {
        canvas.ColourBar(x, Head + LabelHeight, 110, ColourScale.Grey, Short(density.Low), Short(density.High), "density");
        if (Reference is not null)
            canvas.ColourBar(
                x, Head + LabelHeight + 140, 110, ColourScale.Diverging, Short(-difference), "+" + Short(difference), DifferenceUnitName);
        for (var i = 0; i < Outlines.Count; i++)
        {
            var y = Head + LabelHeight + 140 + (i * 18);
            canvas.Line(x, y, x + 16, y, Outlines[i].Colour.ToString(), " stroke-width=\"2\"");
            canvas.Text(x + 21, y + 4, Outlines[i].Name, size: 11);
        }
    }

    private byte[] Painted(float[] slice, float low, float high, ColourScale colours)
    {
        var scale = high > low ? 1 / (high - low) : 0;
        if (colours == ColourScale.Grey)
            return Png.EncodeGrey(
                Window.SideVoxels,
                Window.SideVoxels,
                Array.ConvertAll(slice, value => (byte)Math.Clamp(255 * (value - low) * scale, 0, 255)));
        return Png.EncodeRgb(Window.SideVoxels, Window.SideVoxels, Array.ConvertAll(slice, value => colours.Of((value - low) * scale)));
    }

    // The bulk of what is shown sets the range: a few stray voxels must not darken all the others.
    private (float Low, float High) DensityRange()
    {
        var values = Rows.SelectMany(row => Axes.SelectMany(axis => Window.Slice(row.Map, axis))).Order().ToArray();
        return (values[(int)(0.002 * (values.Length - 1))], values[(int)(0.998 * (values.Length - 1))]);
    }

    private float DifferenceRange()
    {
        if (Reference is null)
            return 0;
        var references = Array.ConvertAll(Axes, axis => Window.Slice(Reference, axis));
        var sizes = Rows.SelectMany(row => Axes.SelectMany(
            (axis, a) => Window.Slice(row.Map, axis).Select((value, i) => Math.Abs(value - references[a][i])))).Order().ToArray();
        var range = (float)(sizes[(int)(0.998 * (sizes.Length - 1))] / DifferenceUnit);
        return range > 0 ? range : 1;
    }

    private string ToCsv()
    {
        var table = new CsvTable("map", "minimum", "maximum", "mean", "rms", "difference_rms");
        foreach (var row in Rows)
        {
            var values = row.Map.Values;
            var mean = values.Average(value => (double)value);
            var rms = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
            table.Add(row.Label, values.Min(), values.Max(), mean, rms, Reference is null ? null : DifferenceRms(values));
        }

        return table.ToString();
    }

    private double DifferenceRms(float[] values)
    {
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
            sum += Math.Pow((values[i] - Reference!.Values[i]) / DifferenceUnit, 2);
        return Math.Sqrt(sum / values.Length);
    }

    private static string Short(float value) =>
        value.ToString(Math.Abs(value) < 0.1 ? "0.###" : "0.##", CultureInfo.InvariantCulture).Replace('-', '\u2212');
}
