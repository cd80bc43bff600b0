using Host.Abstractions.Parameters;
using Host.Abstractions.Planning;
using Host.Abstractions.Running;
using Testing;

namespace Host.Abstractions.Tests.Parameters;

public sealed class OptionsBinderTests
{
    [Fact]
    public void Leaves_out_values_at_their_defaults() =>
        Bind(("classes", "3")).Should().Be(new SampleOptions { Classes = 3 });

    [Theory]
    [InlineData("en-US")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Puts_every_kind_of_value_in_its_place_in_every_country(string culture)
    {
        using var country = new CultureScope(culture);
        Bind(
            ("classes", "10"),
            ("target_resolution_angstrom", "4.25"),
            ("highpass_resolution_angstrom", "80"),
            ("soft_edge", "1.5 Å"),
            ("dilate", "12 px"),
            ("weather", "rna_rain"),
            ("forecast", "initial_ice"),
            ("keep_all", "false"),
            ("max_particles", "5000000000"),
            ("where", "population >= 0.05")).Should().Be(new SampleOptions
            {
                Classes = 10,
                TargetResolutionAngstrom = 4.25,
                HighpassResolutionAngstrom = 80,
                SoftEdge = Length.FromAngstrom(1.5),
                Dilate = Length.FromPixels(12),
                Weather = Weather.RNARain,
                Forecast = Weather.InitialIce,
                KeepAll = false,
                MaxParticles = 5_000_000_000,
                Where = "population >= 0.05",
            });
    }

    [Fact]
    public void Reads_the_word_for_no_value_as_null()
    {
        var options = Bind(
            ("classes", "3"), ("highpass_resolution_angstrom", "none"), ("dilate", "auto"), ("forecast", "unknown"), (
                "max_particles", "all"));
        options.Should().Be(new SampleOptions { Classes = 3, Dilate = null });
    }

    [Fact]
    public void Every_default_binds_to_itself()
    {
        var defaults = OptionsDescriber.Describe<SampleOptions>()
            .Where(parameter => parameter.Default is not null)
            .Select(parameter => (parameter.Name, parameter.Default!));
        Bind([.. defaults, ("classes", "3")]).Should().Be(new SampleOptions { Classes = 3 });
    }

    [Fact]
    public void Reports_everything_wrong_at_once()
    {
        var problems = Problems(
            ("target_resolution_angstrom", "6 px"), ("soft_edge", "-1 Å"), ("weather", "snow"), ("keep_all", "yes"), (
                "max_particles", "0"), ("tau", "4"));
        problems.Select(problem => (problem.Target, problem.Message)).Should().Equal(
            ("params.tau", "no such parameter"),
            ("params.classes", "a value is needed"),
            ("params.target_resolution_angstrom", "'6 px' has the wrong unit: expected a number in Å"),
            ("params.soft_edge", "'-1 Å' is outside 0..inf Å"),
            ("params.weather", "'snow' is not one of initial_ice, rna_rain, fog"),
            ("params.keep_all", "'yes' is not true or false"),
            ("params.max_particles", "'0' is outside 1..inf"));
        problems.Should().AllSatisfy(problem =>
        {
            problem.Code.Should().Be("PARAMETER");
            problem.Severity.Should().Be(DiagnosticSeverity.Error);
            problem.Hint.Should().NotBeEmpty("an error says what to do");
        });
    }

    [Fact]
    public void Refuses_a_count_beyond_what_its_property_can_hold() =>
        FluentActions.Invoking(() => Values([("repeat_count", "3000000000")]).Bind<WideOptions>()).Should().Throw<JobFailedException>()
            .Which.Diagnostics.Should().ContainSingle()
            .Which.Message.Should().Be("'3000000000' is outside -2147483648..2147483647");

    [Fact]
    public void An_alias_is_for_the_host_to_resolve_and_not_a_canonical_name() =>
        Problems(("K", "3")).Select(problem => problem.Target).Should().Equal("params.K", "params.classes");

    private static SampleOptions Bind(params (string Name, string Value)[] values) => Values(values).Bind<SampleOptions>();

    private static IReadOnlyList<Diagnostic> Problems(params (string Name, string Value)[] values) =>
        FluentActions.Invoking(() => Bind(values)).Should().Throw<JobFailedException>().Which.Diagnostics;

    private static ParameterValues Values((string Name, string Value)[] values) =>
        new(values.ToDictionary(pair => pair.Name, pair => pair.Value));
}
