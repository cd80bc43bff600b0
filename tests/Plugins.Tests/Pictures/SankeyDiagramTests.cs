using System.Text;
using System.Xml.Linq;
using SingleParticle.Nodes.Pictures;

namespace Plugins.Tests.Pictures;

public class SankeyDiagramTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Streams_keep_their_amount_from_column_to_column()
    {
        var document = Draw(3, 2);
        var heights = document.Descendants(Svg + "rect").Where(rect => rect.Element(Svg + "title") is not null)
            .GroupBy(rect => (double)rect.Attribute("x")!).Select(column => column.Sum(rect => (double)rect.Attribute("height")!)).ToList();
        heights.Should().HaveCount(3);
        heights.Should().OnlyContain(height => Math.Abs(height - heights[0]) < 0.5);
    }

    [Fact]
    public void Of_many_iterations_the_first_and_the_last_are_drawn_but_all_are_in_the_numbers()
    {
        var texts = Draw(60, 3).Descendants(Svg + "text").Select(text => text.Value).ToList();
        texts.Should().Contain("1").And.Contain("60").And.Contain("· · ·").And.NotContain("30");
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(Diagram(60, 3).ToArtifact("flow").NumbersCsv))
            .Split('\n').Should().Contain(line => line.StartsWith("30,31,"));
    }

    [Fact]
    public void A_stream_tells_where_it_comes_from_and_goes_to()
    {
        Draw(2, 2).Descendants(Svg + "title").Select(title => title.Value).Should().Contain("class 1 to class 2: 20 particles");
    }

    private static XDocument Draw(int columns, int nodes) => XDocument.Parse(Encoding.UTF8.GetString(Diagram(columns, nodes).ToSvg()));

    // Every node keeps 80 and gives 20 to the next.
    private static SankeyDiagram Diagram(int columns, int nodes) => new()
    {
        Title = "flow",
        ColumnName = "iteration",
        UnitName = "particles",
        Nodes = [.. Enumerable.Range(1, nodes).Select(k => $"class {k}")],
        Columns = [.. Enumerable.Range(1, columns).Select(c => $"{c}")],
        Flows =
        [
            .. Enumerable.Range(1, columns - 1).Select(_ => (IReadOnlyList<SankeyFlow>)
            [
                .. Enumerable.Range(0, nodes).SelectMany(k => new[] { new SankeyFlow(k, k, 80), new SankeyFlow(k, (k + 1) % nodes, 20) }),
            ]),
        ],
    };
}
