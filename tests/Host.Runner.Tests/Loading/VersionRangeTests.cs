using System.Globalization;
using Host.Runner.Loading;

namespace Host.Runner.Tests.Loading;

public sealed class VersionRangeTests
{
    [Theory]
    [InlineData("[1.0, 2.0)", "1.0", true)]
    [InlineData("[1.0, 2.0)", "1.9", true)]
    [InlineData("[1.0, 2.0)", "2.0", false)]
    [InlineData("[1.0, 2.0)", "0.9", false)]
    [InlineData("(1.0, 2.0]", "1.0", false)]
    [InlineData("(1.0, 2.0]", "2.0", true)]
    [InlineData("[1.2, )", "7.0", true)]
    [InlineData("[1.2, )", "1.1", false)]
    [InlineData("(, 1.0)", "0.5", true)]
    [InlineData("(, 1.0)", "1.0", false)]
    [InlineData("[1.0]", "1.0", true)]
    [InlineData("[1.0]", "1.1", false)]
    public void A_square_bracket_includes_its_end_and_a_round_one_does_not(string range, string version, bool inside) =>
        VersionRange.Parse(range).Contains(Version.Parse(version)).Should().Be(inside);

    [Theory]
    [InlineData("")]
    [InlineData("1.0")]
    [InlineData("(1.0)")]
    [InlineData("[1, 2)")]
    [InlineData("[1.0, 2.0, 3.0)")]
    [InlineData("[1,0; 2,0)")]
    [InlineData("[2.0, 1.0]")]
    [InlineData("[1.0, 1.0)")]
    public void A_malformed_or_empty_range_is_refused_quoting_it(string range) =>
        FluentActions.Invoking(() => VersionRange.Parse(range)).Should().Throw<FormatException>().WithMessage($"'{range}'*");

    [Fact]
    public void Build_numbers_of_the_contract_do_not_count() =>
        VersionRange.Parse("[1.0, 1.0]").Contains(new Version(1, 0, 7, 9)).Should().BeTrue();

    [Fact]
    public void A_range_reads_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            VersionRange.Parse("[1.0, 2.0)").Contains(new Version(1, 5)).Should().BeTrue();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
