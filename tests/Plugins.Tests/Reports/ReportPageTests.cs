using System.Text;
using System.Xml.Linq;
using Host.Abstractions.Running;
using SingleParticle.Nodes.Reports;

namespace Plugins.Tests.Reports;

public class ReportPageTests
{
    private const string Nasty = "<b onclick=\"x\">5 Å & 'more'</b>";

    [Fact]
    public void Names_with_markup_in_them_are_shown_as_they_are()
    {
        var page = new ReportPage(Nasty, Nasty);
        page.Section(Nasty, Nasty);
        page.Statement(ReportTone.Warning, Nasty, Nasty);
        page.Tiles([(Nasty, Nasty)]);
        page.Table(new SummaryTable(Nasty, [Nasty], [[Nasty]]));
        page.Terms([(Nasty, Nasty)]);
        page.Figure(new Artifact(Nasty, Nasty, Encoding.UTF8.GetBytes("<svg />"), "svg", "a\n1\n"), Nasty);

        var document = XDocument.Parse(page.ToHtml());

        document.Descendants().Should().NotContain(element => element.Name.LocalName == "b" && element.Attribute("onclick") != null);
        document.Descendants().Count(element => !element.HasElements && element.Value == Nasty).Should().BeGreaterThanOrEqualTo(9);
    }

    [Fact]
    public void The_list_of_contents_leads_to_every_section()
    {
        var page = new ReportPage("a", "b");
        page.Section("one");
        page.Section("two");

        var document = XDocument.Parse(page.ToHtml());

        var targets = document.Descendants().Where(element => element.Name.LocalName == "a").Select(a => a.Attribute("href")!.Value);
        var sections = document.Descendants().Where(element => element.Name.LocalName == "section")
            .Select(s => "#" + s.Attribute("id")!.Value);
        targets.Should().Equal(sections).And.HaveCount(2);
    }

    [Fact]
    public void Columns_of_numbers_are_flush_right_and_others_are_not()
    {
        var page = new ReportPage("a", "b");
        page.Table(new SummaryTable("t", ["name", "size"], [["x", "≤ 3.5"], ["7", "-"]]));

        var cells = XDocument.Parse(page.ToHtml()).Descendants().Where(element => element.Name.LocalName == "td").ToList();

        cells.Select(cell => cell.Attribute("class")?.Value).Should().Equal(null, "number", null, "number");
    }
}
