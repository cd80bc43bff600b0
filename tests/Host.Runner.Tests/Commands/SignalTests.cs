using System.Diagnostics;
using Host.Runner.Execution;

namespace Host.Runner.Tests.Commands;

/// <summary>What happens to the real process of the host when it gets signals.</summary>
public sealed class SignalTests : IDisposable
{
    private readonly CommandBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task The_first_signal_stops_at_a_checkpoint_and_the_next_run_goes_on_from_there(string signal)
    {
        _bench.WriteFlow("""
            steps:
              before: { node: fixture.make }
              slow: { node: fixture.slow }
              after: { node: fixture.join, inputs: { tables: [before.table, slow.table] } }

            """);
        using var host = Start("--set", "steps.slow.params.hold_in_stage=3");
        await WaitForHoldAsync();

        await host.SendAsync(signal);

        (await host.EndAsync()).Should().Be(130);
        host.Error.Should().Be("stopping at the next checkpoint; once more to stop at once\n");
        HostRun.Timeless(host.Output).Should().EndWith("\nstopped after T s in step slow; the same command goes on from there\n");
        Directory.GetDirectories(Path.Combine(_bench.Runs, "flow")).Select(Path.GetFileName).Should().BeEquivalentTo("before", "slow");
        _bench.Contents().Where(path => path.Contains("/slow/", StringComparison.Ordinal)).Select(_bench.Normal).Should().Equal(
            "runs/flow/slow/KEY",
            "runs/flow/slow/KEY/artifacts",
            "runs/flow/slow/KEY/checkpoints",
            "runs/flow/slow/KEY/checkpoints/rows",
            "runs/flow/slow/KEY/events.log",
            "runs/flow/slow/KEY/job.json",
            "runs/flow/slow/KEY/lock",
            "runs/flow/slow/KEY/scratch",
            "runs/flow/slow/KEY/scratch/runs.txt");
        JobStore.ReadRecord(new JobFolder(_bench.JobFolderOf("slow")))!.State.Should().Be(JobState.Cancelled);

        using var next = Start();

        (await next.EndAsync()).Should().Be(0);
        next.Output.Should().Contain("[1/3] before, fixture.make, reused\n")
            .And.Contain("[2/3] slow, fixture.slow: the last run was stopped; it goes on from there\n");
        RowsOfSlow().Should().Equal(
            "stage 1 in the run that began at 0",
            "stage 2 in the run that began at 0",
            "stage 3 in the run that began at 2",
            "stage 4 in the run that began at 2");
    }

    [Fact]
    public async Task The_second_signal_ends_a_job_that_does_not_listen_and_the_next_run_resumes_all_the_same()
    {
        _bench.WriteFlow("steps: { slow: { node: fixture.slow } }\n");
        using var host = Start("--set", "steps.slow.params.hold_in_stage=3", "--set", "steps.slow.params.hearing=none");
        await WaitForHoldAsync();

        await host.SendAsync("INT");
        await HostProcess.WaitForAsync(() => host.Error.Contains("once more", StringComparison.Ordinal));
        host.HasEnded.Should().BeFalse("the job does not listen");
        var clock = Stopwatch.StartNew();
        await host.SendAsync("INT");

        (await host.EndAsync()).Should().Be(130);
        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20));
        host.Error.Should().EndWith("\nstopped at once; the same command goes on from the last checkpoint\n");
        Directory.Exists(Path.Combine(_bench.JobFolderOf("slow"), "outputs")).Should().BeFalse("half-written results have no place there");

        using var next = Start();

        (await next.EndAsync()).Should().Be(0);
        next.Output.Should().Contain("[1/1] slow, fixture.slow: the last run broke off; it goes on from its last checkpoint\n");
        RowsOfSlow()[2].Should().Be("stage 3 in the run that began at 2");
    }

    [Fact]
    public async Task The_first_signal_ends_a_command_that_writes_nothing()
    {
        // A pipe that nobody writes to is the slowest disk there is.
        var pipe = _bench.File("pipe.star");
        using (var making = Process.Start("mkfifo", [pipe]))
            await making.WaitForExitAsync();
        using var host = new HostProcess("inspect", pipe);
        // Opening it for writing lasts until somebody opens it for reading.
        using var writer = await Task
            .Run(() => new FileStream(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            .WaitAsync(TimeSpan.FromSeconds(60));

        await host.SendAsync("INT");

        (await host.EndAsync()).Should().Be(130);
    }

    private HostProcess Start(params string[] arguments) => new(["run", _bench.Flow, .. _bench.Options, .. arguments]);

    private string[] RowsOfSlow() => File.ReadAllLines(Path.Combine(_bench.JobFolderOf("slow"), "outputs", "table.csv"));

    private Task WaitForHoldAsync() => HostProcess.WaitForAsync(() =>
        Directory.Exists(Path.Combine(_bench.Runs, "flow", "slow"))
        && Directory.GetDirectories(Path.Combine(_bench.Runs, "flow", "slow")) is [var folder]
        && File.Exists(Path.Combine(folder, "events.log"))
        && ReadShared(Path.Combine(folder, "events.log")).Contains("note holding", StringComparison.Ordinal));

    private static string ReadShared(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }
}
