using System.Globalization;
using Testing;

namespace EndToEnd.Tests;

/// <summary>The analyses of the reference as workflows; one of them run, smaller than it is shown.</summary>
public sealed class CaseWorkflowTests
{
    [Fact]
    public async Task Classes_follow_a_scale_that_is_ignored_and_do_not_follow_one_that_is_estimated()
    {
        using var folder = new TemporaryFolder();
        var run = await HostProcess.RunAsync(
            folder.FullPath, "run", HostProcess.Workflow("cases/bimodal-scale.yaml"), "--set", "params.particles=500",
            "--set", "params.classes=6");
        run.ExitCode.Should().Be(0, run.Output);

        Measure("ignored", "scale_explained_by_class").Should().BeGreaterThan(0.8);
        Measure("optimal", "scale_explained_by_class").Should().BeLessThan(0.05);
        Measure("merged", "adjusted_rand_index").Should().BeGreaterThan(Measure("ignored", "adjusted_rand_index"));

        double Measure(string step, string name) => double.Parse(
            File.ReadAllLines(folder.File($"exports/bimodal-scale/{step}.csv")).Select(line => line.Split(','))
                .Single(words => words[0] == name)[1],
            CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("anisotropic-magnification")]
    [InlineData("micelle")]
    public async Task The_other_cases_can_be_planned(string name)
    {
        using var folder = new TemporaryFolder();
        var plan = await HostProcess.RunAsync(folder.FullPath, "plan", HostProcess.Workflow($"cases/{name}.yaml"));
        plan.ExitCode.Should().Be(0, plan.Output);
        plan.Output.Should().Contain("phantom.compare");
    }
}
