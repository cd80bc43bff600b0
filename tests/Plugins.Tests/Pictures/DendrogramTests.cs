using System.Text;
using System.Xml.Linq;
using SingleParticle.Nodes.Pictures;

namespace Plugins.Tests.Pictures;

public class DendrogramTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly Dendrogram Tree = new()
    {
        Title = "tree",
        DistanceName = "distance",
        Leaves = ["a", "b", "c"],
        Groups = [0, 1, 0],
        Merges = [new DendrogramMerge(0, 2, 0.2), new DendrogramMerge(3, 1, 0.8)],
        Cut = 0.5,
    };

    [Fact]
    public void Branches_do_not_cross()
    {
        var leaves = XDocument.Parse(Encoding.UTF8.GetString(Tree.ToSvg())).Descendants(Svg + "text")
            .Where(text => Tree.Leaves.Contains(text.Value)).OrderBy(text => (double)text.Attribute("y")!).Select(text => text.Value);
        leaves.Should().Equal("a", "c", "b");
    }

    [Fact]
    public void Every_join_is_in_the_numbers_with_what_it_joins() =>
        Tree.ToArtifact("tree").NumbersCsv.Should().Be("step,first,second,distance\n1,a,c,0.2\n2,a + c,b,0.8\n");
}
