using System.Diagnostics;
using System.Globalization;
using Host.Runner.Execution;

namespace Host.Runner.Tests.Commands;

/// <summary>What happens to the real process of the host when it gets signals.</summary>
public sealed class SignalTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CommandBench _bench = new();
    private readonly Dictionary<int, (StringWriter Output, StringWriter Error)> _said = [];

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

        await SendAsync(signal, host);
        var (output, error) = await EndAsync(host);

        host.ExitCode.Should().Be(130);
        error.Should().Be("stopping at the next checkpoint; once more to stop at once\n");
        HostRun.Timeless(output).Should().EndWith("\nstopped after T s in step slow; the same command goes on from there\n");
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
        JobStore.ReadRecord(new JobFolder(JobFolderOf("slow")))!.State.Should().Be(JobState.Cancelled);

        using var next = Start();
        (output, _) = await EndAsync(next);

        next.ExitCode.Should().Be(0);
        output.Should().Contain("[1/3] before, fixture.make, reused\n").And.Contain("[2/3] slow, fixture.slow: the last run was stopped; it goes on from there\n");
        File.ReadAllLines(Path.Combine(JobFolderOf("slow"), "outputs", "table.csv")).Should().Equal(
            "stage 1 in the run that began at 0", "stage 2 in the run that began at 0", "stage 3 in the run that began at 2", "stage 4 in the run that began at 2");
    }

    [Fact]
    public async Task The_second_signal_ends_a_job_that_does_not_listen_and_the_next_run_resumes_all_the_same()
    {
        _bench.WriteFlow("steps: { slow: { node: fixture.slow } }\n");
        using var host = Start("--set", "steps.slow.params.hold_in_stage=3", "--set", "steps.slow.params.hearing=none");
        await WaitForHoldAsync();

        await SendAsync("INT", host);
        await WaitForAsync(() => ErrorOf(host).Contains("once more", StringComparison.Ordinal));
        host.HasExited.Should().BeFalse("the job does not listen");
        var clock = Stopwatch.StartNew();
        await SendAsync("INT", host);
        await EndAsync(host);

        host.ExitCode.Should().Be(130);
        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20));
        Directory.Exists(Path.Combine(JobFolderOf("slow"), "outputs")).Should().BeFalse("what is half-written has no place among the results");
        using var next = Start();
        var (output, _) = await EndAsync(next);
        next.ExitCode.Should().Be(0);
        output.Should().Contain("[1/1] slow, fixture.slow: the last run broke off; it goes on from its last checkpoint\n");
        File.ReadAllLines(Path.Combine(JobFolderOf("slow"), "outputs", "table.csv"))[2].Should().Be("stage 3 in the run that began at 2");
    }

    [Fact]
    public async Task The_first_signal_ends_a_command_that_writes_nothing()
    {
        // Reading a pipe that nobody writes to is the slowest disk there is.
        var pipe = _bench.File("pipe.star");
        await RunAsync("mkfifo", pipe);
        using var host = StartHost("inspect", pipe);
        // Opening for writing lasts until somebody opens for reading.
        using var writer = await Task.Run(() => new FileStream(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite)).WaitAsync(Patience);

        await SendAsync("INT", host);
        await EndAsync(host);

        host.ExitCode.Should().Be(130);
    }

    private Process Start(params string[] arguments) => StartHost(["run", _bench.Flow, .. _bench.Options, .. arguments]);

    private Process StartHost(params string[] arguments)
    {
        // A shell that puts the tests in the background has them ignore SIGINT, and what they start inherits that.
        string[] command = ["--default-signal=INT,TERM", "dotnet", Path.Combine(AppContext.BaseDirectory, "Host.Runner.dll"), .. arguments];
        var start = new ProcessStartInfo("env", command) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        var host = new Process { StartInfo = start };
        var said = (Output: new StringWriter { NewLine = "\n" }, Error: new StringWriter { NewLine = "\n" });
        host.OutputDataReceived += (_, line) => Append(said.Output, line.Data);
        host.ErrorDataReceived += (_, line) => Append(said.Error, line.Data);
        host.Start();
        host.BeginOutputReadLine();
        host.BeginErrorReadLine();
        _said.Add(host.Id, said);
        return host;
    }

    private static void Append(StringWriter said, string? line)
    {
        lock (said)
        {
            if (line is not null)
                said.WriteLine(line);
        }
    }

    private string ErrorOf(Process host)
    {
        var said = _said[host.Id].Error;
        lock (said)
            return said.ToString();
    }

    private async Task<(string Output, string Error)> EndAsync(Process host)
    {
        using var patience = new CancellationTokenSource(Patience);
        await host.WaitForExitAsync(patience.Token);
        var (output, error) = _said[host.Id];
        return (output.ToString(), error.ToString());
    }

    private static Task SendAsync(string signal, Process host) =>
        RunAsync("kill", $"-{signal}", host.Id.ToString(CultureInfo.InvariantCulture));

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0);
    }

    private Task WaitForHoldAsync() => WaitForAsync(() =>
        Directory.Exists(Path.Combine(_bench.Runs, "flow", "slow"))
        && Directory.GetDirectories(Path.Combine(_bench.Runs, "flow", "slow")) is [var folder]
        && File.Exists(Path.Combine(folder, "events.log"))
        && ReadShared(Path.Combine(folder, "events.log")).Contains("note holding", StringComparison.Ordinal));

    private static string ReadShared(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }

    private static async Task WaitForAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!condition())
            await Task.Delay(50, patience.Token);
    }

    private string JobFolderOf(string step) => Directory.GetDirectories(Path.Combine(_bench.Runs, "flow", step)).Should().ContainSingle().Subject;
}
