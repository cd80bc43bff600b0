using SingleParticle.Nodes.Pictures;

namespace Plugins.Tests.Pictures;

public class ClassColoursTests
{
    [Fact]
    public void A_hundred_classes_have_a_hundred_colours()
    {
        var colours = Enumerable.Range(0, 100).Select(ClassColours.Of).ToList();
        for (var i = 0; i < colours.Count; i++)
        {
            for (var j = 0; j < i; j++)
                Distance(colours[i], colours[j]).Should().BeGreaterThan(7, $"classes {i} and {j} stand side by side in legends");
        }
    }

    [Fact]
    public void No_class_is_as_pale_as_the_paper()
    {
        Enumerable.Range(0, 200).Select(ClassColours.Of).Should().OnlyContain(colour => Distance(colour, new Rgb(255, 255, 255)) > 80);
    }

    private static double Distance(Rgb a, Rgb b) => Math.Sqrt(Math.Pow(a.R - b.R, 2) + Math.Pow(a.G - b.G, 2) + Math.Pow(a.B - b.B, 2));
}
