using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Host.Abstractions.Parameters;
using Plugin.Classify3D;
using Testing;

namespace Plugins.Tests.Classify3D.Reports;

[Collection(SmokeCollection.Name)]
public class ClassificationPageTests(SmokeRun run)
{
    private const int LargestBytes = 2_000_000;

    private string Path => run.Result(".cs").Outputs["report"].Single().PathOf("page");

    private XDocument Page => XDocument.Load(Path);

    [SharedDataFact(SmokeRun.Folder)]
    public void Every_picture_is_in_the_page_with_its_numbers()
    {
        var figures = Elements("figure").ToDictionary(figure => figure.Attribute("id")!.Value["figure-".Length..]);
        figures.Keys.Should().BeEquivalentTo(run.Context(".cs").Artifacts.Names);
        foreach (var (name, figure) in figures)
        {
            figure.Descendants().Should().Contain(element => element.Name.LocalName == "svg", name);
            var link = figure.Descendants().Single(element => element.Name.LocalName == "a").Attribute("href")!.Value;
            Encoding.UTF8.GetString(Convert.FromBase64String(link.Split(',')[1])).Should().Be(
                run.Context(".cs").Artifacts[name].NumbersCsv, name);
        }
    }

    [SharedDataFact(SmokeRun.Folder)]
    public void The_page_loads_nothing_from_elsewhere()
    {
        var text = File.ReadAllText(Path);
        Elements("script").Concat(Elements("link")).Concat(Elements("iframe")).Should().BeEmpty();
        Page.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "src" or "href")
            .Should().OnlyContain(attribute => attribute.Value.StartsWith("data:", StringComparison.Ordinal) || attribute.Value[0] == '#');
        text.Should().NotContainAny("url(", "@import");
        Regex.Matches(text, @"https?://[^""'\s]*").Select(match => match.Value).Distinct()
            .Should().BeSubsetOf(["http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml"], "names of languages are no addresses");
    }

    [SharedDataFact(SmokeRun.Folder)]
    public void The_page_can_be_sent_by_mail() => new FileInfo(Path).Length.Should().BeLessThan(LargestBytes);

    [SharedDataFact(SmokeRun.Folder)]
    public void The_numbers_of_the_classes_are_those_of_the_table()
    {
        var shown = Rows("classes");
        var table = File.ReadAllLines(run.Result(".cs").Outputs["class_figures"][0].PathOf("table"))
            .Skip(1).Select(line => line.Split(',')).ToList();
        shown.Select(row => row[2]).Should().Equal(table.Select(row => row[1]), "particles");
        shown.Select(row => row[3]).Should().Equal(table.Select(row => Rounded(100, row[2], "0.0")), "share");
        shown.Select(row => row[5]).Should().Equal(table.Select(row => Rounded(1, row[4], "0.000")), "mean posterior");
        shown.Select(row => row[7]).Should().Equal(table.Select(row => Rounded(1, row[5], "0.000")), "class ESS");
        shown.Select(row => row[4].TrimStart('≤', ' ')).Should().Equal(table.Select(row => Rounded(1, row[6], "0.0")), "resolution");
    }

    [SharedDataFact(SmokeRun.Folder)]
    public void Every_iteration_is_listed()
    {
        var table = File.ReadAllLines(run.Result(".cs").Outputs["iterations"][0].PathOf("table"));
        var listed = Elements("table").Single(element => element.Value.StartsWith("Iterations", StringComparison.Ordinal));
        listed.Descendants().Count(element => element.Name.LocalName == "tr").Should().Be(table.Length);
    }

    [SharedDataFact(SmokeRun.Folder)]
    public void Every_parameter_is_told_and_those_that_were_changed_stand_out()
    {
        var names = OptionsDescriber.Describe<Classify3DOptions>().Select(parameter => parameter.Name).Append("seed");
        Rows("settings").Select(row => row[0]).Should().Equal(names);
        Elements("tr").Where(row => row.Attribute("class")?.Value == "changed").Select(row => row.Elements().First().Value)
            .Should().Equal("classes", "target_resolution_angstrom");
    }

    [SharedDataFact(SmokeRun.Folder)]
    public void Every_warning_is_told()
    {
        var told = Elements("div")
            .Where(element => element.Attribute("class")?.Value.StartsWith("statement", StringComparison.Ordinal) == true).ToList();
        // What the answer says in its own words is not said again.
        var others = run.Result(".cs").Diagnostics.Where(found => found.Code is not ("LOOK_ALIKE_CLASSES" or "NOTHING_TO_SEPARATE"));
        told.Should().HaveCount(1 + others.Count(), "the answer comes first");
        foreach (var message in others.Select(diagnostic => diagnostic.Message[1..]))
            told.Should().Contain(element => element.Value.Contains(message, StringComparison.Ordinal));
    }

    private static string Rounded(double factor, string number, string form) =>
        (factor * double.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).ToString(
            form, System.Globalization.CultureInfo.InvariantCulture);

    private List<string[]> Rows(string table) =>
    [
        .. Elements("table").Single(element => element.Attribute("id")?.Value == table).Descendants()
            .Where(element => element.Name.LocalName == "tr").Skip(1).Select(row => row.Elements().Select(cell => cell.Value).ToArray()),
    ];

    private IEnumerable<XElement> Elements(string name) => Page.Descendants().Where(element => element.Name.LocalName == name);
}
