using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Host.Runner.Workflows;

namespace Host.Runner.Tests.Workflows;

public sealed class WorkflowSchemaTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(WorkflowSchema.Write(TestNodes.Table))!;

    [Fact]
    public void Describes_exactly_the_installed_nodes() =>
        Nodes().Keys.Should().Equal("classify3d", "mask.solvent", "merge", "select.classes", "simulate");

    [Fact]
    public void Offers_inputs_and_parameters_with_their_help_and_range()
    {
        var classify = Nodes()["classify3d"];
        var classes = Properties(classify, "params")["classes"]!;
        classes["description"]!.GetValue<string>().Should().Be("Sets classes.");
        classes["default"]!.GetValue<string>().Should().Be("10");
        classes["anyOf"]![0]!.ToJsonString().Should().Be("""{"type":"integer","minimum":2,"maximum":1000}""");
        Properties(classify, "params").Select(pair => pair.Key).Should().Contain(["class3D_N_K", "target_resolution", "seed"]);
        Properties(classify, "params")["per_particle_scale"]!["anyOf"]![0]!.ToJsonString().Should().Be("""{"enum":["optimal","input","none"]}""");
        classify["properties"]!["inputs"]!["required"]!.ToJsonString().Should().Be("""["particles"]""");
        Properties(classify, "inputs")["particles"]!["description"]!.GetValue<string>().Should().Be("The particles. (particles)");
        Properties(Nodes()["merge"], "inputs")["particles"]!["oneOf"]![1]!["maxItems"]!.GetValue<int>().Should().Be(3);
    }

    [Theory]
    [InlineData("6 Å", true)]
    [InlineData("0.6nm", true)]
    [InlineData("12 px", true)]
    [InlineData("1.5e1 A", true)]
    [InlineData("6 kV", false)]
    [InlineData("Å", false)]
    public void Knows_the_units_of_a_length(string value, bool accepted)
    {
        var pattern = Properties(Nodes()["mask.solvent"], "params")["dilate"]!["anyOf"]![1]!["pattern"]!.GetValue<string>();
        Regex.IsMatch(value, pattern).Should().Be(accepted);
        Reading.Codes(
            Reading.After($"steps: {{ m: {{ node: mask.solvent, inputs: {{ volume: m.mask }}, params: {{ dilate: {value} }} }} }}"))
            .Contains("PARAMETER_VALUE").Should().Be(!accepted);
    }

    [Fact]
    public void Refuses_keys_that_a_workflow_refuses()
    {
        Schema["additionalProperties"]!.GetValue<bool>().Should().BeFalse();
        Schema["required"]!.ToJsonString().Should().Be("""["workflow","name","steps"]""");
        Schema["properties"]!.AsObject().Select(pair => pair.Key).Should()
            .Equal("workflow", "name", "params", "sources", "steps", "outputs");
    }

    private static Dictionary<string, JsonNode> Nodes() =>
        Schema["properties"]!["steps"]!["additionalProperties"]!["oneOf"]!.AsArray()
            .ToDictionary(step => step!["properties"]!["node"]!["const"]!.GetValue<string>(), step => step!);

    private static JsonObject Properties(JsonNode step, string section) => step["properties"]![section]!["properties"]!.AsObject();
}
