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
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" font-family=\"Helvetica, Arial, sans-serif\" font-size=\"13\">\n<rect width=\"{width}\" height=\"{height}\" fill=\"white\"/>\n<text x=\"12\" y=\"26\" font-size=\"16\">{System.Security.SecurityElement.Escape(title)}</text>\n");
        for (var axis = 0; axis < 3; axis++)
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{LabelWidth + (axis * (TileWidth + 6))}\" y=\"{HeaderHeight - 8}\">{Axes[axis]}</text>\n");
        var csv = new StringBuilder("map,minimum,maximum,mean,rms\n");
        for (var row = 0; row < maps.Count; row++)
        {
            AppendRow(svg, row, maps[row].Label, maps[row].Map, low, high);
            AppendNumbers(csv, maps[row].Label, maps[row].Map.Values);
        }

        return new Artifact(name, title, Encoding.UTF8.GetBytes(svg.Append("</svg>\n").ToString()), "svg", csv.ToString());
    }

    private static void AppendRow(StringBuilder svg, int row, string label, Volume map, float low, float high)
    {
        var y = HeaderHeight + (row * (TileWidth + 6));
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"12\" y=\"{y + (TileWidth / 2)}\">{System.Security.SecurityElement.Escape(label)}</text>\n");
        for (var axis = 0; axis < 3; axis++)
        {
            var png = Convert.ToBase64String(Png.EncodeGrey(map.BoxVoxels, map.BoxVoxels, Slice(map, axis, low, high)));
            svg.Append(CultureInfo.InvariantCulture, $"<image x=\"{LabelWidth + (axis * (TileWidth + 6))}\" y=\"{y}\" width=\"{TileWidth}\" height=\"{TileWidth}\" href=\"data:image/png;base64,{png}\"/>\n");
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
