using Host.Abstractions.Parameters;
using Testing;

namespace Host.Abstractions.Tests.Parameters;

public sealed class LengthTests
{
    [Fact]
    public void Converts_between_angstrom_and_pixels_by_the_pixel_size()
    {
        Length.FromPixels(12).ToAngstrom(1.5).Should().Be(18);
        Length.FromAngstrom(18).ToPixels(1.5).Should().Be(12);
    }

    [Fact]
    public void Keeps_a_value_that_is_in_the_wanted_unit_already()
    {
        Length.FromAngstrom(0.1).ToAngstrom(3).Should().Be(0.1);
        Length.FromPixels(0.1).ToPixels(3).Should().Be(0.1);
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    public void Is_written_as_in_workflows_in_every_country(string culture)
    {
        using var country = new CultureScope(culture);
        Length.FromAngstrom(-6.5).ToString().Should().Be("-6.5 Å");
        Length.FromPixels(1000).ToString().Should().Be("1000 px");
    }
}
