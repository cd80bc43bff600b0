using System.Text;
using SingleParticle.Formats.Star;
using Testing;

namespace SingleParticle.Tests.Formats.Star;

public sealed class StarTokenTests
{
    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("en-US")]
    public void Reads_and_writes_numbers_alike_in_every_country(string culture)
    {
        using var scope = new CultureScope(culture);
        var editor = new StarRowEditor(["rlnAngleRot"]);
        var added = editor.Column("spScale");
        var table = new StarTableBuilder("rlnAngleRot").Add("-1234.5").Build();

        editor.Begin(table, 0);
        editor.Set(added, 0.1f);

        StarToken.TryFinite(editor.Source.Token(0), out var value).Should().BeTrue();
        value.Should().Be(-1234.5);
        Encoding.UTF8.GetString(editor.Compose()).Should().Be("-1234.5 0.1");
    }

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData("-2e-3", -0.002)]
    [InlineData("+7", 7)]
    [InlineData("\"4.25\"", 4.25)]
    public void Reads_finite_numbers(string token, double expected)
    {
        StarToken.TryFinite(Encoding.UTF8.GetBytes(token), out var value).Should().BeTrue();
        value.Should().Be(expected);
    }

    [Theory]
    [InlineData("nan")]
    [InlineData("-nan")]
    [InlineData("inf")]
    [InlineData("Infinity")]
    [InlineData("1,5")]
    [InlineData("1e999")]
    [InlineData("None")]
    [InlineData("\"\"")]
    public void Refuses_what_is_no_finite_number(string token) =>
        StarToken.TryFinite(Encoding.UTF8.GetBytes(token), out _).Should().BeFalse();

    [Theory]
    [InlineData("3", true, 3)]
    [InlineData("3.000000", true, 3)]
    [InlineData("3.5", false, 0)]
    [InlineData("x", false, 0)]
    public void Reads_whole_numbers_also_where_they_are_written_as_real_ones(string token, bool isWhole, long expected)
    {
        StarToken.TryWhole(Encoding.UTF8.GetBytes(token), out var value).Should().Be(isWhole);
        if (isWhole)
            value.Should().Be(expected);
    }

    [Fact]
    public void Reads_lists_of_one_token()
    {
        StarToken.TryList("[1.5,-2,3e1]"u8, out var values).Should().BeTrue();
        values.Should().Equal(1.5, -2, 30);
        StarToken.TryList("[]"u8, out values).Should().BeTrue();
        values.Should().BeEmpty();
        StarToken.TryList("[1,x]"u8, out _).Should().BeFalse();
        StarToken.TryList("1,2"u8, out _).Should().BeFalse();
    }

    [Fact]
    public void Replaces_one_value_and_leaves_every_other_byte_of_the_row()
    {
        var table = StarFixture.Parse("data_\nloop_\n_a\n_b\n_c\n  1.50\t'x y'    0003  # note\n").Blocks[0].Tables[0];
        var editor = new StarRowEditor(table.Labels);

        editor.Begin(table, 0);
        editor.Set(editor.Column("b"), 7);

        Encoding.UTF8.GetString(editor.Compose()).Should().Be("  1.50\t7    0003");
    }
}
