using System.Globalization;
using Host.Abstractions.Nodes;
using Host.Abstractions.Parameters;

namespace House.Tests.Nodes;

/// <summary>The rules on parameters find their planted offences.</summary>
public sealed class ParameterRuleTests
{
    private static readonly ParameterDescriptor Decent = new()
    {
        Name = "edge_angstrom",
        Kind = ParameterKind.Real,
        Unit = "Å",
        Default = "5",
        Minimum = 0,
        Maximum = 10,
        Section = "Mask",
        Help = "Width of the soft edge.",
    };

    [Theory]
    [InlineData("edge_angstrom", "px", "0..10", "1", "its unit is Å")]
    [InlineData("edge", "Å", "0..10", "1", "its name must end in it")]
    [InlineData("edge_angstrom", "Å", "0..10", "11", "its default is refused")]
    [InlineData("edge_angstrom", "Å", "0..10", "01", "is not spelt '1'")]
    public void A_parameter_that_misleads_is_found(string name, string unit, string range, string value, string problem)
    {
        var bounds = range.Split("..", StringSplitOptions.RemoveEmptyEntries)
            .Select(text => double.Parse(text, CultureInfo.InvariantCulture));
        var parameter = Decent with { Name = name, Unit = unit, Default = value, Minimum = null, Maximum = null };
        if (bounds.ToArray() is [var lowest, var highest])
            parameter = parameter with { Minimum = lowest, Maximum = highest };
        ParameterRules.Problems(Node(parameter)).Should().ContainSingle().Which.Should().StartWith($"n.{name}: ").And.Contain(problem);
    }

    [Fact]
    public void A_count_without_bounds_is_found() =>
        ParameterRules.Problems(
            Node(Decent with { Name = "classes", Kind = ParameterKind.Integer, Unit = "", Minimum = null, Maximum = null }))
            .Should().ContainSingle().Which.Should().Contain("no bounds");

    [Fact]
    public void A_length_in_another_unit_is_found() =>
        ParameterRules.Problems(Node(Decent with { Name = "edge", Kind = ParameterKind.Length, Unit = "%", Default = "5 Å" })).Should()
            .ContainSingle().Which.Should().Contain("in Å or px");

    [Fact]
    public void A_parameter_without_help_or_section_is_found()
    {
        ParameterRules.Problems(Node(Decent with { Help = "Edge" })).Should().ContainSingle().Which.Should().Contain("help");
        var many = Enumerable.Repeat(Decent, 5).Append(Decent with { Section = "" }).ToList();
        ParameterRules.Problems(Node(Decent) with { Parameters = many }).Should().ContainSingle().Which.Should().Contain("section");
        ParameterRules.Problems(Node(Decent)).Should().BeEmpty();
    }

    private static NodeDescriptor Node(ParameterDescriptor parameter) =>
        new() { Id = "n", Title = "N", Summary = "S", Revision = 1, Parameters = [parameter] };
}
