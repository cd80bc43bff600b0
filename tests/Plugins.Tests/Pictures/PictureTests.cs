using System.Text;
using System.Xml.Linq;
using SingleParticle.Geometry;
using SingleParticle.Nodes.Pictures;
using SingleParticle.Volumes;
using Testing;

namespace Plugins.Tests.Pictures;

public class PictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Pictures_and_their_numbers_do_not_depend_on_the_country(string culture)
    {
        var expected = Everything();
        using var scope = new CultureScope(culture);
        Everything().Should().Equal(expected);
    }

    [Fact]
    public void Every_picture_is_well_formed_and_needs_nothing_from_elsewhere()
    {
        foreach (var picture in Everything().Where(text => text.StartsWith("<svg", StringComparison.Ordinal)))
        {
            var references = XDocument.Parse(picture).Descendants().Attributes()
                .Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Value.Contains("//"))
                .Select(attribute => attribute.Value);
            references.Should().NotContain(value => !value.StartsWith("data:image/png;base64,", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Names_with_angle_brackets_do_no_harm()
    {
        var svg = Encoding.UTF8.GetString(LineChart("<script>\"&").ToSvg());
        XDocument.Parse(svg).Descendants(Svg + "script").Should().BeEmpty();
    }

    [Fact]
    public void Zero_on_an_axis_has_no_sign_and_whole_numbers_no_decimals()
    {
        new AxisScale(-0.2, 1, 0, 400).Ticks().Select(tick => tick.Label).Should().Contain("0").And.NotContain("-0");
        new AxisScale(1, 3, 0, 900, AxisKind.Whole).Ticks().Select(tick => tick.Label).Should().Equal("1", "2", "3");
    }

    [Fact]
    public void Resolutions_stand_where_their_frequencies_are()
    {
        var axis = new AxisScale(0, 0.2, 0, 500, AxisKind.Resolution);
        var ticks = axis.Ticks().ToDictionary(tick => tick.Label, tick => tick.Pixel);
        ticks["10"].Should().BeApproximately(250, 1e-9);
        ticks["5"].Should().BeApproximately(500, 1e-9);
        ticks.Values.Zip(ticks.Values.Skip(1), (a, b) => b - a).Should().OnlyContain(gap => gap >= 30);
    }

    [Fact]
    public void A_hundred_series_are_all_named_below_the_plot()
    {
        var series = Enumerable.Range(1, 100).Select(k => new ChartSeries($"class {k}", [1, 2], [k, k + 1]));
        var chart = new Chart { Title = "t", XLabel = "x", YLabel = "y", Series = [.. series] };
        var document = XDocument.Parse(Encoding.UTF8.GetString(chart.ToSvg()));
        var names = document.Descendants(Svg + "text").Where(text => text.Value.StartsWith("class ", StringComparison.Ordinal)).ToList();
        names.Should().HaveCount(100);
        names.Should().OnlyContain(name => (double)name.Attribute("y")! > chart.Height && (double)name.Attribute("x")! < chart.Width);
        ((double)document.Root!.Attribute("height")!).Should().BeGreaterThan(names.Max(name => (double)name.Attribute("y")!));
    }

    [Fact]
    public void The_contour_of_a_disc_is_a_circle()
    {
        const int Side = 41;
        var values = new float[Side * Side];
        for (var i = 0; i < values.Length; i++)
            values[i] = (float)Math.Clamp(10.5 - Math.Sqrt(Math.Pow((i % Side) - 20, 2) + Math.Pow((i / Side) - 20, 2)), 0, 1);
        var path = SliceContour.Path(values, Side, (0, 0), Side);
        var numbers = path.Split('M', 'L', ' ').Where(text => text.Length > 0).Select(text => double.Parse(text)).Chunk(2).ToList();
        numbers.Should().HaveCountGreaterThan(50);
        numbers.Should().OnlyContain(point => Math.Abs(Math.Sqrt(Math.Pow(point[0] - 20.5, 2) + Math.Pow(point[1] - 20.5, 2)) - 10) < 0.3);
    }

    [Fact]
    public void The_window_around_a_mask_holds_all_of_it()
    {
        var mask = Ball(32, (20, 16, 10), 5);
        var window = SliceWindow.Around(mask, (20, 16, 10));
        var whole = SliceWindow.Whole(32) with { PlaneX = 20, PlaneY = 16, PlaneZ = 10 };
        window.SideVoxels.Should().BeInRange(11, 17);
        foreach (var axis in Enum.GetValues<SliceAxis>())
            window.Slice(mask, axis).Sum().Should().BeApproximately(whole.Slice(mask, axis).Sum(), 1e-3f);
    }

    private static List<string> Everything()
    {
        var (map, other) = (Ball(16, (8, 8, 8), 4), Ball(16, (9, 8, 8), 5));
        var sankey = new SankeyDiagram
        {
            Title = "flow",
            ColumnName = "iteration",
            UnitName = "particles",
            Nodes = ["class 1", "class 2"],
            Columns = ["1", "2", "3"],
            Flows = [[new(0, 0, 10.5), new(0, 1, 2)], [new(0, 1, 10.5), new(1, 1, 2)]],
        };
        var directions = Enumerable.Range(0, 50)
            .Select(i => Rotations.FromEulerAngles(new EulerAngles(i * 7.3, i * 3.1, 0)).ViewingDirection).ToList();
        var artifacts = new[]
        {
            LineChart("a, b").ToArtifact("a"),
            new Chart
            {
                Title = "h",
                XLabel = "x",
                YLabel = "y",
                Style = ChartStyle.StackedBar,
                Series = [Histogram.Of("s", [0.5f, 1.25f], 0, 2, 4)],
            }.ToArtifact("b"),
            sankey.ToArtifact("c"),
            new DirectionMap([new("all", directions), new("class 1", directions[..20], ClassColours.Of(0))]).ToArtifact("d", "views"),
            new BoxPlot { Title = "b", YLabel = "scale", Values = [[0.5f, 1.5f, 1.25f], []], Guide = 1.5 }.ToArtifact("e"),
            new MatrixPicture { Title = "m", ValueName = "share", Values = new[,] { { 0.5, 0.25 }, { 0.25, double.NaN } } }.ToArtifact("f"),
            new SliceSheet
            {
                Title = "s",
                Rows = [new("class 1", map, ClassColours.Of(0))],
                Window = SliceWindow.Around(other, (8, 8, 9)),
                Reference = other,
                Outlines = [new("mask", other, ClassColours.Of(1))],
            }.ToArtifact("g"),
        };
        var panels = Encoding.UTF8.GetString(Panels.ToSvg("p", 2, [LineChart("x"), LineChart("y"), LineChart("z")]));
        return [.. artifacts.SelectMany(artifact => new[] { Encoding.UTF8.GetString(artifact.Picture.Span), artifact.NumbersCsv }), panels];
    }

    private static Chart LineChart(string name) => new()
    {
        Title = "chart",
        XLabel = "x",
        YLabel = "y",
        Series = [new ChartSeries(name, [0.5, 1.5, 12345.5], [0.25, 0.5, -0.75])],
        NamedGuides = [new(GuideAxis.Y, 0.143, "0.143"), new(GuideAxis.X, 1.5, "here")],
    };

    private static Volume Ball(int box, (int X, int Y, int Z) centre, double radius)
    {
        var ball = new Volume(box, 1.5);
        for (var i = 0; i < ball.Values.Length; i++)
        {
            var (x, y, z) = ((i % box) - centre.X, (i / box % box) - centre.Y, (i / (box * box)) - centre.Z);
            ball.Values[i] = (float)Math.Clamp(radius + 0.5 - Math.Sqrt((x * x) + (y * y) + (z * z)), 0, 1);
        }

        return ball;
    }
}
