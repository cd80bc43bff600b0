using System.Globalization;
using Host.Abstractions.Parameters;
using Testing;

namespace Host.Abstractions.Tests.Parameters;

public sealed class ParameterParserTests
{
    private const string NotADistance = "a distance such as '6 Å', '0.6 nm' or '12 px'";

    private static readonly ParameterDescriptor Distance = Descriptor(ParameterKind.Length)
        with
    { Unit = "Å", Minimum = 0, Maximum = 1000 };

    [Theory]
    [InlineData("6 Å", "6 Å")]
    [InlineData("6Å", "6 Å")]
    [InlineData("  6   Å ", "6 Å")]
    [InlineData("6 A", "6 Å")]
    [InlineData("6 angstrom", "6 Å")]
    [InlineData("6 \u212B", "6 Å")]
    [InlineData("6 A\u030A", "6 Å")]
    [InlineData("0.6 nm", "6 Å")]
    [InlineData("0.07 nm", "0.7 Å")]
    [InlineData("12 px", "12 px")]
    [InlineData("12 pixels", "12 px")]
    [InlineData("1 pixel", "1 px")]
    [InlineData("1e1 Å", "10 Å")]
    [InlineData("7.5", "7.5 Å")]
    [InlineData("0 Å", "0 Å")]
    [InlineData("1000 Å", "1000 Å")]
    public void Reads_a_distance_in_every_unit_people_write(string text, string expected) => Accepts(Distance, text, expected);

    [Theory]
    [InlineData("6 %")]
    [InlineData("6 kDa")]
    [InlineData("6 Å Å")]
    [InlineData("six Å")]
    [InlineData("Å")]
    [InlineData("")]
    [InlineData("6,5 Å")]
    [InlineData("1.000,5 Å")]
    [InlineData("NaN Å")]
    [InlineData("1e999 Å")]
    [InlineData("auto")]
    public void Refuses_what_is_no_distance_and_says_what_one_looks_like(string text) =>
        Refusal(Distance, text).Should().Contain($"'{text}'").And.Contain(NotADistance);

    [Theory]
    [InlineData("-1 Å", "0..1000 Å")]
    [InlineData("1000.5 Å", "0..1000 Å")]
    [InlineData("101 nm", "0..1000 Å")]
    public void Refuses_a_distance_out_of_range_and_says_the_range(string text, string range) =>
        Refusal(Distance, text).Should().Be($"'{text}' is outside {range}");

    [Fact]
    public void Says_which_side_of_a_range_is_open()
    {
        Refusal(Descriptor(ParameterKind.Real) with { Minimum = 0.5 }, "0.25").Should().Be("'0.25' is outside 0.5..inf");
        Refusal(Descriptor(ParameterKind.Real) with { Maximum = 0.5 }, "0.75").Should().Be("'0.75' is outside -inf..0.5");
    }

    [Theory]
    [InlineData("10", "10")]
    [InlineData("010", "10")]
    [InlineData("1e1", "10")]
    [InlineData("10.0", "10")]
    [InlineData("-3", "-3")]
    [InlineData("9000000000000000", "9000000000000000")]
    public void Reads_whole_numbers_as_people_mean_them(string text, string expected) =>
        Accepts(Descriptor(ParameterKind.Integer), text, expected);

    [Theory]
    [InlineData("2.5")]
    [InlineData("1e-1")]
    [InlineData("9100000000000000")]
    public void Refuses_numbers_that_are_not_whole(string text) =>
        Refusal(Descriptor(ParameterKind.Integer), text).Should().Be($"'{text}' is not a whole number");

    [Theory]
    [InlineData("ten")]
    [InlineData("0x10")]
    [InlineData("1_000")]
    [InlineData("1,000")]
    [InlineData("\u0661")]
    public void Refuses_words_and_other_number_systems_for_a_whole_number(string text) =>
        Refusal(Descriptor(ParameterKind.Integer), text).Should().Be($"'{text}' is not a whole number");

    [Theory]
    [InlineData("10 Å")]
    [InlineData("10 px")]
    [InlineData("10 %")]
    [InlineData("10 nm")]
    public void Refuses_any_unit_on_a_count(string text) =>
        Refusal(Descriptor(ParameterKind.Integer), text).Should().Be($"'{text}' has the wrong unit: expected a whole number");

    [Theory]
    [InlineData("1212 Å³", "1212")]
    [InlineData("1212", "1212")]
    [InlineData("1.212e3 Å³", "1212")]
    [InlineData("1212 A^3", "1212")]
    [InlineData("1212 Å3", "1212")]
    [InlineData("1212 \u212B³", "1212")]
    [InlineData("1.212 nm³", "1212")]
    [InlineData("1.212 nm3", "1212")]
    public void Reads_a_volume_with_or_without_its_unit(string text, string expected) =>
        Accepts(Descriptor(ParameterKind.Real) with { Unit = "Å³" }, text, expected);

    [Theory]
    [InlineData("2 %", "2")]
    [InlineData("2%", "2")]
    [InlineData("2", "2")]
    public void Reads_a_percentage_with_or_without_its_sign(string text, string expected) =>
        Accepts(Descriptor(ParameterKind.Real) with { Unit = "%" }, text, expected);

    [Theory]
    [InlineData("6 Å", "6")]
    [InlineData("0.6 nm", "6")]
    [InlineData("6", "6")]
    public void Reads_a_resolution_in_angstrom_or_nanometres(string text, string expected) =>
        Accepts(Descriptor(ParameterKind.Real) with { Unit = "Å" }, text, expected);

    [Fact]
    public void Refuses_pixels_for_a_quantity_that_is_only_in_angstrom() =>
        Refusal(Descriptor(ParameterKind.Real) with { Unit = "Å" }, "6 px").Should()
            .Be("'6 px' has the wrong unit: expected a number in Å");

    [Fact]
    public void Refuses_angstrom_for_a_quantity_that_is_only_in_pixels() =>
        Refusal(Descriptor(ParameterKind.Real) with { Unit = "px" }, "6 Å").Should()
            .Be("'6 Å' has the wrong unit: expected a number in px");

    [Theory]
    [InlineData("30 Å²", "30")]
    [InlineData("30 A^2", "30")]
    [InlineData("0.3 nm²", "30")]
    [InlineData("30", "30")]
    public void Reads_a_B_factor_in_any_spelling(string text, string expected) =>
        Accepts(Descriptor(ParameterKind.Real) with { Unit = "Å²" }, text, expected);

    [Theory]
    [InlineData("30 Å")]
    [InlineData("30 Å³")]
    [InlineData("30 nm")]
    public void Refuses_another_power_of_the_unit(string text) =>
        Refusal(Descriptor(ParameterKind.Real) with { Unit = "Å²" }, text).Should()
            .Be($"'{text}' has the wrong unit: expected a number in Å²");

    [Theory]
    [InlineData("90 deg")]
    [InlineData("90°")]
    [InlineData("90 degrees")]
    public void Reads_an_angle_in_any_spelling(string text) =>
        Accepts(Descriptor(ParameterKind.Real) with { Unit = "deg" }, text, "90");

    [Fact]
    public void Refuses_a_unit_on_a_plain_number() =>
        Refusal(Descriptor(ParameterKind.Real), "0.2 %").Should().Be("'0.2 %' has the wrong unit: expected a plain number");

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public void Reads_true_and_false(string text) => Accepts(Descriptor(ParameterKind.Boolean), text, text);

    [Theory]
    [InlineData("yes")]
    [InlineData("no")]
    [InlineData("True")]
    [InlineData("1")]
    public void Refuses_other_words_for_true_and_false(string text) =>
        Refusal(Descriptor(ParameterKind.Boolean), text).Should().Be($"'{text}' is not true or false");

    [Fact]
    public void Takes_a_word_that_stands_for_a_value_in_place_of_a_number()
    {
        var threshold = Descriptor(ParameterKind.Real) with { Choices = ["auto"] };
        Accepts(threshold, "auto", "auto");
        Accepts(threshold, "0.2", "0.2");
        Refusal(threshold, "automatic").Should().Be("'automatic' is not a plain number or auto");
    }

    [Fact]
    public void Lists_the_words_of_a_choice_when_another_is_given() =>
        Refusal(Descriptor(ParameterKind.Choice) with { Choices = ["soft", "hard"] }, "Soft").Should()
            .Be("'Soft' is not one of soft, hard");

    [Fact]
    public void Leaves_free_text_as_it_is() => Accepts(Descriptor(ParameterKind.Text), " population >= 0,05 Å ", "population >= 0,05 Å");

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    public void Reads_and_refuses_the_same_in_every_country(string culture)
    {
        using var country = new CultureScope(culture);
        Accepts(Distance, "6.5 Å", "6.5 Å");
        Accepts(Descriptor(ParameterKind.Real), "-0.125", "-0.125");
        Accepts(Descriptor(ParameterKind.Integer), "-10", "-10");
        Accepts(Descriptor(ParameterKind.Choice) with { Choices = ["initial"] }, "initial", "initial");
        Refusal(Distance, "6,5 Å").Should().Contain(NotADistance);
        Refusal(Descriptor(ParameterKind.Real) with { Minimum = 0.5 }, "0.25").Should().Be("'0.25' is outside 0.5..inf");
    }

    [Fact]
    public void Reading_a_canonical_value_again_changes_nothing()
    {
        foreach (var value in new[] { 0.1, 1.0 / 3, 123.456, 1e-9, 999.9999999999999 })
        {
            ParameterParser.TryParse(Distance, string.Create(CultureInfo.InvariantCulture, $"{value:R} Å"), out var once).Should().BeNull();
            Accepts(Distance, once, once);
        }
    }

    private static ParameterDescriptor Descriptor(ParameterKind kind) => new() { Name = "sample", Kind = kind, Help = "A sample." };

    private static void Accepts(ParameterDescriptor parameter, string text, string expected)
    {
        ParameterParser.TryParse(parameter, text, out var canonical).Should().BeNull();
        canonical.Should().Be(expected);
    }

    private static string Refusal(ParameterDescriptor parameter, string text)
    {
        var refusal = ParameterParser.TryParse(parameter, text, out var canonical);
        canonical.Should().BeEmpty("a refused value has no canonical spelling");
        return refusal.Should().NotBeNull().And.Subject;
    }
}
