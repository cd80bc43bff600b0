namespace Host.Runner.Tests.Workflows;

public sealed class WorkflowApprovalTests
{
    [Fact]
    public void Reports_everything_together_with_carets_and_suggestions()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "many-errors.yaml"));
        var approved = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "many-errors.txt"));
        Reading.Text(Reading.Of(text)).Should().Be(approved.TrimEnd());
    }

    [Fact]
    public void Shows_only_the_part_of_a_very_long_line_that_matters()
    {
        var reading = Reading.Of(
            $"workflow: v1\nname: x\nsteps: {{ {new string(' ', 500)}c: {{ node: simulat }} {new string(' ', 500)} }}\n");
        var lines = Reading.Text(reading).Split('\n');
        lines[1].Should().HaveLength(4 + 60 + "simulat }".Length).And.EndWith("simulat }");
        lines[2].Should().Be(new string(' ', 4 + 60) + "^ did you mean 'simulate'?");
    }
}
