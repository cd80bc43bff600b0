using Host.Runner.Commands;
using Host.Runner.Execution;

namespace EndToEnd.Tests;

/// <summary>A run that is stopped goes on where it was, and ends with the same bits as one that was never stopped.</summary>
[Collection(SimulatedSet.Collection)]
public sealed class ResumeTests(SimulatedSet set)
{
    [Theory]
    [InlineData("scale", "")]
    [InlineData("classify", "consensus")]
    [InlineData("classify", "full iteration 2")]
    [InlineData("online", "online iteration 3")]
    [InlineData("online", "full iteration 1")]
    public async Task A_run_stopped_anywhere_and_resumed_gives_the_same_bits(string step, string stage)
    {
        var folder = set.Folder($"stopped-{step}-{stage.Replace(' ', '-')}");
        var host = new WorkflowHost(folder, LocalHost.Shared);
        using var stop = new StopPoint(step, stage);
        var stopped = await host.RunAsync(set.Classification, stop, stop.Stopping);
        stopped.State.Should().Be(RunState.Cancelled);
        Directory.Exists(Path.Combine(folder, "exports")).Should().BeFalse("nothing is delivered by a run that was stopped");
        OnlyJob(folder, step).Should().Match<JobFolder>(job => !Directory.Exists(job.Outputs) && !File.Exists(job.ResultPath));

        using var undisturbed = new StopPoint("none", "");
        var resumed = await host.RunAsync(set.Classification, undisturbed, default);

        resumed.State.Should().Be(RunState.Completed, string.Join('\n', resumed.Diagnostics));
        Deliveries.Differences(set.Undisturbed, folder).Should().BeEmpty();
    }

    [Theory]
    [InlineData(UnixSignal.Interrupt, 130, "the last run was stopped; it goes on from there")]
    [InlineData(UnixSignal.Kill, 137, "the last run broke off; it goes on from its last checkpoint")]
    public async Task A_process_that_gets_a_signal_leaves_nothing_half_written_and_the_next_goes_on(
        UnixSignal signal, int code, string reason)
    {
        var folder = set.Folder($"signal-{signal}");
        var file = Path.Combine(folder, "workflow.yaml");
        await File.WriteAllTextAsync(file, set.Classification);
        string[] command = ["run", file, "--verbosity", "detailed", "--set", $"params.exports={folder}/exports"];

        var ended = await HostProcess.SignalAtAsync(folder, signal, "begin online iteration 3", command);

        ended.ExitCode.Should().Be(code, "{0}", ended.Output);
        Directory.Exists(Path.Combine(folder, "exports")).Should().BeFalse();
        var unfinished = Jobs(folder).Where(job => !File.Exists(job.ResultPath)).ToList();
        unfinished.Should().ContainSingle("steps run one after another, and the last one has not ended")
            .Which.Should().Match<JobFolder>(job => !Directory.Exists(job.Outputs));

        var resumed = await HostProcess.RunAsync(folder, command);

        resumed.ExitCode.Should().Be((int)ExitCode.Ok, "{0}", resumed.Output);
        resumed.Output.Should().Contain(reason).And.NotContain("begin online iteration 1 of").And.Contain("begin online iteration");
        Deliveries.Differences(set.Undisturbed, folder).Should().BeEmpty();
    }

    private static JobFolder OnlyJob(string folder, string step) =>
        Jobs(folder).Should().ContainSingle(job => Path.GetFileName(Path.GetDirectoryName(job.Path)) == step).Subject;

    private static IEnumerable<JobFolder> Jobs(string folder) =>
        Directory.GetDirectories(Path.Combine(folder, "runs", "classification")).SelectMany(Directory.GetDirectories)
            .Select(path => new JobFolder(path));
}
