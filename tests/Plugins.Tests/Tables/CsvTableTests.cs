using SingleParticle.Nodes.Tables;
using Testing;

namespace Plugins.Tests.Tables;

public class CsvTableTests
{
    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Numbers_do_not_depend_on_the_country(string culture)
    {
        using var scope = new CultureScope(culture);
        new CsvTable("a", "b", "c").Add(1.5, 2, 0.1f).ToString().Should().Be("a,b,c\n1.5,2,0.1\n");
    }

    [Fact]
    public void Commas_and_quotes_in_text_stay_in_their_cell()
    {
        new CsvTable("a", "b").Add("x, y", "say \"z\"").ToString().Should().Be("a,b\n\"x, y\",\"say \"\"z\"\"\"\n");
    }

    [Fact]
    public void What_is_not_a_number_is_left_empty()
    {
        new CsvTable("a", "b", "c").Add(double.NaN, float.PositiveInfinity, null).ToString().Should().Be("a,b,c\n,,\n");
    }

    [Fact]
    public void A_row_of_the_wrong_length_is_refused()
    {
        var adding = () => new CsvTable("a", "b").Add(1);
        adding.Should().Throw<ArgumentException>().WithMessage("*1 cells*2 columns*");
    }
}
