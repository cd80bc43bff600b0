using System.Diagnostics;
using System.Text;
using Host.Runner.Workflows;
using SingleParticle.Statistics;

namespace Host.Runner.Tests.Workflows;

public sealed class WorkflowRobustnessTests
{
    [Fact]
    public void Gives_a_workflow_or_a_reason_for_every_truncation()
    {
        for (var length = 0; length < Reading.Valid.Length; length++)
            Expect_workflow_or_reason(Encoding.UTF8.GetBytes(Reading.Valid[..length]));
    }

    [Fact]
    public void Gives_a_workflow_or_a_reason_for_random_damage()
    {
        var random = new RandomStream(17);
        byte[] seasoning = [.. "{}[]:,-#&*!|>'\"%@`?~\t\n \0$."u8, 0xC3, 0xFF];
        for (var round = 0; round < 3000; round++)
        {
            var content = Encoding.UTF8.GetBytes(Reading.Valid);
            for (var hit = 0; hit <= round % 4; hit++)
                content[random.NextInt(content.Length)] = seasoning[random.NextInt(seasoning.Length)];
            Expect_workflow_or_reason(content);
        }
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("\"")]
    [InlineData("!a ")]
    [InlineData("&a ")]
    [InlineData("a: b: ")]
    [InlineData("'a': [")]
    public void Ends_soon_on_a_megabyte_of_nesting(string piece)
    {
        var content = Encoding.UTF8.GetBytes("workflow: " + string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length)));
        var clock = Stopwatch.StartNew();
        Expect_workflow_or_reason(content);
        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Orders_a_chain_of_thousands_of_steps()
    {
        const int Count = 5000;
        var text = new StringBuilder("workflow: v1\nname: x\nsources: { s: { relion: { star: a.star } } }\nsteps:\n");
        for (var i = Count; i > 0; i--)
        {
            var origin = i == 1 ? "s" : $"s{i - 1}";
            text.Append($"  s{i}: {{ node: select.classes, inputs: {{ particles: {origin}.particles }}, params: {{ where: x }} }}\n");
        }

        Reading.Resolve(text.ToString()).Steps.Select(step => step.Name).Should().Equal(Enumerable.Range(1, Count).Select(i => $"s{i}"));
    }

    [Fact]
    public void Names_the_cycle_and_not_what_merely_depends_on_it()
    {
        var reading = Reading.After("""
            steps:
              after: { node: select.classes, inputs: { particles: a.particles }, params: { where: x } }
              a: { node: select.classes, inputs: { particles: c.particles }, params: { where: x } }
              b: { node: select.classes, inputs: { particles: a.particles }, params: { where: x } }
              c: { node: select.classes, inputs: { particles: b.particles }, params: { where: x } }
              self: { node: select.classes, inputs: { particles: self.particles }, params: { where: x } }
            """);
        reading.Diagnostics.Select(item => item.Diagnostic.Message).Should().Equal(
            "steps wait for each other: a -> c -> b -> a", "steps wait for each other: self -> self");
    }

    private static void Expect_workflow_or_reason(byte[] content)
    {
        var reading = WorkflowReader.Read("flow.yaml", content, TestNodes.Table);
        (reading.Workflow is not null || reading.Diagnostics.Count > 0).Should().BeTrue(Encoding.UTF8.GetString(content));
        Reading.Text(reading).Should().NotContain("Exception");
    }
}
