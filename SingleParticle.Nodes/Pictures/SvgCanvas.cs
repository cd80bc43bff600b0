using System.Globalization;
using System.Security;
using System.Text;

namespace SingleParticle.Nodes.Pictures;

/// <summary>Puts shapes into a self-contained SVG document.</summary>
internal sealed class SvgCanvas
{
    private readonly StringBuilder _svg = new();

    /// <summary>Starts a white picture.</summary>
    public SvgCanvas(double width, double height)
    {
        Add($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:0} {height:0}" width="{width:0}" height="{height:0}" """);
        Add($"""font-family="Helvetica, Arial, sans-serif" font-size="13">{'\n'}""");
        Rectangle(0, 0, width, height, "white");
    }

    /// <summary>A filled rectangle.</summary>
    public void Rectangle(double x, double y, double width, double height, string fill, string style = "") =>
        Add($"""<rect x="{x:0.##}" y="{y:0.##}" width="{width:0.##}" height="{height:0.##}" fill="{fill}"{style}/>{'\n'}""");

    /// <summary>A straight line.</summary>
    public void Line(double x1, double y1, double x2, double y2, string colour, string style = "") =>
        Add($"""<line x1="{x1:0.##}" y1="{y1:0.##}" x2="{x2:0.##}" y2="{y2:0.##}" stroke="{colour}"{style}/>{'\n'}""");

    /// <summary>Connected points.</summary>
    public void Polyline(IEnumerable<(double X, double Y)> points, string colour)
    {
        var list = string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.##},{point.Y:0.##}")));
        Add($"""<polyline points="{list}" fill="none" stroke="{colour}" stroke-width="2"/>{'\n'}""");
    }

    /// <summary>A line of text.</summary>
    public void Text(double x, double y, string text, string anchor = "start", int size = 13, double rotationDegrees = 0)
    {
        Add($"""<text transform="translate({x:0.##} {y:0.##}) rotate({rotationDegrees:0})" text-anchor="{anchor}" """);
        Add($"""font-size="{size}" fill="#222222">{SecurityElement.Escape(text)}</text>{'\n'}""");
    }

    /// <summary>A PNG image.</summary>
    public void Image(double x, double y, double width, double height, byte[] png) =>
        Add($"""<image x="{x:0.##}" y="{y:0.##}" width="{width:0.##}" height="{height:0.##}" href="{DataUri(png)}"/>{'\n'}""");

    /// <summary>A path without fill, moved and scaled into place; its line keeps its width.</summary>
    public void Path(string path, double x, double y, double scale, string colour)
    {
        Add($"""<path d="{path}" transform="translate({x:0.##} {y:0.##}) scale({scale:0.#####})" fill="none" stroke="{colour}" """);
        Add($"""vector-effect="non-scaling-stroke" stroke-width="1.2"/>{'\n'}""");
    }

    /// <summary>The finished document, UTF-8.</summary>
    public byte[] ToDocument() => Encoding.UTF8.GetBytes(_svg.ToString() + "</svg>\n");

    private static string DataUri(byte[] png) => "data:image/png;base64," + Convert.ToBase64String(png);

    private void Add(FormattableString text) => _svg.Append(text.ToString(CultureInfo.InvariantCulture));
}
