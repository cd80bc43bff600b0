using System.Globalization;
using System.Text;
using Host.Abstractions.Running;
using SingleParticle.Volumes;

namespace SingleParticle.Nodes.Pictures;

/// <summary>Central slices of several maps, one row a map: along z, y and x, on one grey scale.</summary>
public static class SliceMontage
{
    private const int TileWidth = 180;
    private const int LabelWidth = 130;
    private const int HeaderHeight = 62;
    private static readonly string[] Axes = ["xy at centre z", "xz at centre y", "yz at centre x"];

    /// <summary>Draws the montage; its numbers are the range, mean and root mean square of every map.</summary>
    /// <param name="name">File name stem.</param>
    /// <param name="title">Heading.</param>
    /// <param name="maps">Labels and maps.</param>
    public static Artifact Of(string name, string title, IReadOnlyList<(string Label, Volume Map)> maps)
    {
        var low = maps.Min(map => map.Map.Values.Min());
        var high = maps.Max(map => map.Map.Values.Max());
        var (width, height) = (LabelWidth + (3 * (TileWidth + 6)), HeaderHeight + (maps.Count * (TileWidth + 6)));
        var canvas = new SvgCanvas(width, height);
        canvas.Text(12, 26, title, size: 16);
        for (var axis = 0; axis < 3; axis++)
            canvas.Text(LabelWidth + (axis * (TileWidth + 6)), HeaderHeight - 8, Axes[axis]);
        var csv = new StringBuilder("map,minimum,maximum,mean,rms\n");
        for (var row = 0; row < maps.Count; row++)
        {
            DrawRow(canvas, row, maps[row].Label, maps[row].Map, low, high);
            AppendNumbers(csv, maps[row].Label, maps[row].Map.Values);
        }

        return new Artifact(name, title, canvas.ToDocument(), "svg", csv.ToString());
    }

    private static void DrawRow(SvgCanvas canvas, int row, string label, Volume map, float low, float high)
    {
        var y = HeaderHeight + (row * (TileWidth + 6));
        canvas.Text(12, y + (TileWidth / 2), label);
        for (var axis = 0; axis < 3; axis++)
        {
            var png = Png.EncodeGrey(map.BoxVoxels, map.BoxVoxels, Slice(map, axis, low, high));
            canvas.Image(LabelWidth + (axis * (TileWidth + 6)), y, TileWidth, TileWidth, png);
        }
    }

    private static byte[] Slice(Volume map, int axis, float low, float high)
    {
        var n = map.BoxVoxels;
        var grey = new byte[n * n];
        var scale = high > low ? 255f / (high - low) : 0;
        for (var row = 0; row < n; row++)
        {
            for (var column = 0; column < n; column++)
            {
                var index = axis switch
                {
                    0 => map.IndexOf(column, row, n / 2),
                    1 => map.IndexOf(column, n / 2, row),
                    _ => map.IndexOf(n / 2, column, row),
                };
                grey[(row * n) + column] = (byte)Math.Clamp((map.Values[index] - low) * scale, 0, 255);
            }
        }

        return grey;
    }

    private static void AppendNumbers(StringBuilder csv, string label, float[] values)
    {
        var mean = values.Average(value => (double)value);
        var rms = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        csv.Append(CultureInfo.InvariantCulture, $"\"{label}\",{values.Min():R},{values.Max():R},{mean:R},{rms:R}\n");
    }
}
