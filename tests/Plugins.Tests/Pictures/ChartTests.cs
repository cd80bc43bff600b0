using System.Text;
using System.Xml.Linq;
using SingleParticle.Nodes.Pictures;
using Testing;

namespace Plugins.Tests.Pictures;

public class ChartTests
{
    [Fact]
    public void A_series_may_be_drawn_in_its_own_way()
    {
        var chart = new Chart
        {
            Title = "t",
            XLabel = "x",
            YLabel = "y",
            Style = ChartStyle.Bar,
            Series =
            [
                new ChartSeries("bars", [1, 2], [3, 4]),
                new ChartSeries("line", [1, 2], [3, 4]) { Style = ChartStyle.Line },
                new ChartSeries("points", [1, 2, 1], [3, 4, double.NaN]) { Style = ChartStyle.Points },
            ],
        };
        var svg = XDocument.Parse(Encoding.UTF8.GetString(chart.ToSvg()));
        svg.Descendants().Count(element => element.Name.LocalName == "circle").Should().Be(2, "what is not a number is not drawn");
        svg.Descendants().Count(element => element.Name.LocalName == "polyline").Should().Be(1);
        svg.Descendants().Count(element => element.Name.LocalName == "rect").Should().Be(3, "a background and two bars");
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("en-US")]
    public void A_heat_map_shows_a_cell_for_every_number(string culture)
    {
        using var scope = new CultureScope(culture);
        var map = new HeatMap
        {
            Title = "t",
            XLabel = "x",
            YLabel = "y",
            ValueLabel = "v",
            XRange = (0, 3),
            YRange = (-1, 1),
            Values = new double[,] { { 0.5, double.NaN, 1.5 }, { 1, 1, 1 } },
        };
        map.ToCsv().Should().Be("x,y,value\n0.5,-0.5,0.5\n2.5,-0.5,1.5\n0.5,0.5,1\n1.5,0.5,1\n2.5,0.5,1\n");
        var svg = XDocument.Parse(Encoding.UTF8.GetString(map.ToSvg()));
        var cells = svg.Descendants().Where(element => element.Name.LocalName == "rect");
        var fills = cells.Select(element => (string)element.Attribute("fill")!);
        fills.Should().Contain("#440154", "the least value is dark").And.Contain("#FDE725", "the greatest is bright");
    }

    [Fact]
    public void A_heat_map_without_numbers_is_empty()
    {
        var map = new HeatMap
        {
            Title = "t",
            XLabel = "x",
            YLabel = "y",
            ValueLabel = "v",
            XRange = (0, 1),
            YRange = (0, 1),
            Values = new double[,] { { double.NaN } },
        };
        map.ToCsv().Should().Be("x,y,value\n");
        map.ToSvg().Should().NotBeEmpty();
    }
}
