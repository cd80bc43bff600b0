using Host.Abstractions.Parameters;
using Testing;

namespace Host.Abstractions.Tests.Parameters;

public sealed class OptionsDescriberTests
{
    private readonly IReadOnlyList<ParameterDescriptor> _parameters = OptionsDescriber.Describe<SampleOptions>();

    [Fact]
    public void Lists_declared_parameters_in_the_order_of_the_source_and_nothing_else() =>
        _parameters.Select(parameter => parameter.Name).Should().Equal(
            "classes",
            "target_resolution_angstrom",
            "highpass_resolution_angstrom",
            "soft_edge",
            "dilate",
            "weather",
            "forecast",
            "keep_all",
            "max_particles",
            "where");

    [Fact]
    public void Takes_the_kind_from_the_type() =>
        _parameters.Select(parameter => parameter.Kind).Should().Equal(
            ParameterKind.Integer,
            ParameterKind.Real,
            ParameterKind.Real,
            ParameterKind.Length,
            ParameterKind.Length,
            ParameterKind.Choice,
            ParameterKind.Choice,
            ParameterKind.Boolean,
            ParameterKind.Integer,
            ParameterKind.Text);

    [Fact]
    public void Takes_the_default_from_the_initial_value_and_none_where_a_value_is_required() =>
        _parameters.Select(parameter => parameter.Default).Should().Equal(
            null, "6.5", "none", "6 px", "2.5 Å", "initial_ice", "unknown", "true", "all", "");

    [Fact]
    public void Passes_on_everything_the_attribute_says()
    {
        var classes = Find("classes");
        (classes.Minimum, classes.Maximum, classes.Section, classes.Help).Should().Be((2, 1000, "Classification", "Number of classes."));
        (classes.Advanced, classes.AffectsResult, classes.When, classes.Unit).Should().Be((false, true, "", ""));
        classes.Aliases.Should().Equal("class3D_N_K", "K");
        var highpass = Find("highpass_resolution_angstrom");
        (highpass.Minimum, highpass.Maximum, highpass.Unit, highpass.Advanced).Should().Be((2, null, "Å", true));
        Find("weather").When.Should().Be("classes > 2");
        Find("keep_all").AffectsResult.Should().BeFalse();
    }

    [Fact]
    public void Offers_the_words_of_a_choice_and_the_word_for_no_value()
    {
        Find("weather").Choices.Should().Equal("initial_ice", "rna_rain", "fog");
        Find("forecast").Choices.Should().Equal("initial_ice", "rna_rain", "fog", "unknown");
        Find("max_particles").Choices.Should().Equal("all");
        Find("classes").Choices.Should().BeEmpty();
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Describes_the_same_in_every_country(string culture)
    {
        using var country = new CultureScope(culture);
        OptionsDescriber.Describe<SampleOptions>().Should().BeEquivalentTo(_parameters, options => options.WithStrictOrdering());
    }

    [Fact]
    public void Says_which_types_a_parameter_can_have() =>
        FluentActions.Invoking(OptionsDescriber.Describe<UnsupportedOptions>).Should().Throw<NotSupportedException>()
            .WithMessage("*DateTime*int, long, double, Length, bool, string or an enum*");

    private ParameterDescriptor Find(string name) => _parameters.Single(parameter => parameter.Name == name);
}
