using System.Globalization;
using System.Security;
using System.Text;

namespace SingleParticle.Nodes.Pictures;

/// <summary>Puts shapes into a self-contained SVG document.</summary>
/// <remarks>A shape may carry a hint, which viewers show when the pointer rests on it.</remarks>
internal sealed class SvgCanvas
{
    /// <summary>Colour of text.</summary>
    public const string Ink = "#1F2933";

    /// <summary>Colour of text that stands back.</summary>
    public const string Muted = "#5F6B7A";

    /// <summary>Colour of axes and frames.</summary>
    public const string Frame = "#8A94A3";

    /// <summary>Colour of grid lines.</summary>
    public const string Grid = "#E6E9EE";

    private readonly StringBuilder _svg = new();

    /// <summary>Starts a white picture.</summary>
    public SvgCanvas(double width, double height)
    {
        Add($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:0.#} {height:0.#}" """);
        Add($"""width="{width:0.#}" height="{height:0.#}" """);
        Add($"""font-family="system-ui, 'Segoe UI', Helvetica, Arial, sans-serif" font-size="12">{'\n'}""");
        Rectangle(0, 0, width, height, "white");
    }

    /// <summary>A filled rectangle.</summary>
    public void Rectangle(double x, double y, double width, double height, string fill, string style = "", string hint = "") =>
        Add($"""<rect x="{x:0.##}" y="{y:0.##}" width="{width:0.##}" height="{height:0.##}" fill="{fill}"{style}""", hint, "rect");

    /// <summary>A straight line.</summary>
    public void Line(double x1, double y1, double x2, double y2, string colour, string style = "") =>
        Add($"""<line x1="{x1:0.##}" y1="{y1:0.##}" x2="{x2:0.##}" y2="{y2:0.##}" stroke="{colour}"{style}/>{'\n'}""");

    /// <summary>A filled disc.</summary>
    public void Disc(double x, double y, double radius, string fill, string style = "") =>
        Add($"""<circle cx="{x:0.##}" cy="{y:0.##}" r="{radius:0.##}" fill="{fill}"{style}/>{'\n'}""");

    /// <summary>Connected points.</summary>
    public void Polyline(IEnumerable<(double X, double Y)> points, string colour, string style = "", string hint = "") =>
        Add($"""<polyline points="{PointList(points)}" fill="none" stroke="{colour}" stroke-linejoin="round"{style}""", hint, "polyline");

    /// <summary>A shape by its path in SVG's own words.</summary>
    public void Path(string path, string fill, string style = "", string hint = "") =>
        Add($"""<path d="{path}" fill="{fill}"{style}""", hint, "path");

    /// <summary>A line of text.</summary>
    public void Text(
        double x, double y, string text, string anchor = "start", int size = 12, double rotationDegrees = 0, string colour = Ink,
        string style = "")
    {
        var place = rotationDegrees == 0
            ? string.Create(CultureInfo.InvariantCulture, $"x=\"{x:0.##}\" y=\"{y:0.##}\"")
            : string.Create(CultureInfo.InvariantCulture, $"transform=\"translate({x:0.##} {y:0.##}) rotate({rotationDegrees:0})\"");
        Add($"""<text {place} text-anchor="{anchor}" font-size="{size}" fill="{colour}"{style}>{Escape(text)}</text>{'\n'}""");
    }

    /// <summary>The heading of a picture.</summary>
    public void Title(double x, double y, string text) => Text(x, y, text, size: 15, style: " font-weight=\"600\"");

    /// <summary>A PNG image.</summary>
    public void Image(double x, double y, double width, double height, byte[] png) =>
        Add($"""<image x="{x:0.##}" y="{y:0.##}" width="{width:0.##}" height="{height:0.##}" href="{DataUri(png)}"/>{'\n'}""");

    /// <summary>A path without fill, moved and scaled into place; its line keeps its width.</summary>
    public void Path(string path, double x, double y, double scale, string colour)
    {
        Add($"""<path d="{path}" transform="translate({x:0.##} {y:0.##}) scale({scale:0.#####})" fill="none" stroke="{colour}" """);
        Add($"""vector-effect="non-scaling-stroke" stroke-width="1.2"/>{'\n'}""");
    }

    /// <summary>Another picture inside this one.</summary>
    public void Picture(double x, double y, ReadOnlySpan<byte> svg)
    {
        var text = Encoding.UTF8.GetString(svg);
        Add($"""<svg x="{x:0.##}" y="{y:0.##}" """);
        _svg.Append(text.AsSpan("<svg ".Length)).Append('\n');
    }

    /// <summary>A vertical bar of colours with its ends named.</summary>
    public void ColourBar(double x, double y, double height, ColourScale colours, string low, string high, string label)
    {
        const int Steps = 64;
        for (var i = 0; i < Steps; i++)
            Rectangle(x, y + (i * height / Steps), 12, (height / Steps) + 0.5, colours.Of(1 - ((i + 0.5) / Steps)).ToString());
        Rectangle(x, y, 12, height, "none", $" stroke=\"{Frame}\" stroke-width=\"0.5\"");
        Text(x + 17, y + 9, high, size: 11);
        Text(x + 17, y + height, low, size: 11);
        Text(x + 26, y + (height / 2), label, "middle", 11, -90, Muted);
    }

    /// <summary>The finished document, UTF-8.</summary>
    public byte[] ToDocument() => Encoding.UTF8.GetBytes(_svg.ToString() + "</svg>\n");

    private static string PointList(IEnumerable<(double X, double Y)> points) =>
        string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.##},{point.Y:0.##}")));

    private static string Escape(string text) => SecurityElement.Escape(text);

    private static string DataUri(byte[] png) => "data:image/png;base64," + Convert.ToBase64String(png);

    private void Add(FormattableString start, string hint, string element)
    {
        Add(start);
        _svg.Append(hint.Length == 0 ? "/>\n" : $"><title>{Escape(hint)}</title></{element}>\n");
    }

    private void Add(FormattableString text) => _svg.Append(text.ToString(CultureInfo.InvariantCulture));
}
