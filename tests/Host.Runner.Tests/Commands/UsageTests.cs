using Host.Runner.Commands;
using Testing;

namespace Host.Runner.Tests.Commands;

public sealed class UsageTests
{
    [Theory]
    [InlineData("lst", "did you mean 'list'?")]
    [InlineData("validate", "Required argument missing")]
    [InlineData("run", "Required argument missing")]
    [InlineData("run a.yaml --threads 0", "--threads takes a whole number from 1, not '0'")]
    [InlineData("run a.yaml --verbosity loud", "'loud'")]
    [InlineData("plan a.yaml --verbosity quiet", "'--verbosity'")]
    [InlineData("plan a.yaml --set", "--set")]
    [InlineData("rnu a.yaml", "did you mean 'run'?")]
    [InlineData("validate a.yaml b.yaml", "'b.yaml'")]
    [InlineData("validate a.yaml --seed x", "--seed takes a whole number from 0, not 'x'")]
    [InlineData("validate a.yaml --st", "'--st'")]
    public async Task A_command_line_that_is_not_understood_is_answered_with_usage(string line, string part)
    {
        var run = await HostRun.OfAsync(line.Split(' '));
        run.Code.Should().Be(ExitCode.Usage);
        run.Error.Should().Contain(part);
        run.Output.Should().BeEmpty();
    }

    [Fact]
    public async Task No_command_shows_what_there_is()
    {
        var run = await HostRun.OfAsync();
        run.Code.Should().Be(ExitCode.Usage);
        run.Output.Should().ContainAll("run <FILE>", "plan <FILE>", "validate <FILE>", "describe <NODE>", "inspect <FILE>");
        (await HostRun.OfAsync("--help")).Code.Should().Be(ExitCode.Ok);
    }

    [Fact]
    public async Task A_second_signal_stops_at_once_the_first_lets_jobs_end()
    {
        using var signals = new StopSignals();
        signals.Raise();
        await WaitForAsync(signals.Stopping);
        signals.StoppedNow.IsCompleted.Should().BeFalse();
        signals.Raise();
        await signals.StoppedNow.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData(0.04, "0.0 s")]
    [InlineData(12.34, "12.3 s")]
    [InlineData(59.97, "1 min 00 s")]
    [InlineData(185, "3 min 05 s")]
    [InlineData(7805, "2 h 10 min")]
    public void Times_read_well(double seconds, string text) => Quantity.Time(TimeSpan.FromSeconds(seconds)).Should().Be(text);

    [Theory]
    [InlineData(512, "512 B")]
    [InlineData(1536, "1.5 kiB")]
    [InlineData(3_221_225_472, "3.0 GiB")]
    public void Amounts_read_well_in_every_country(long bytes, string text)
    {
        using var scope = new CultureScope("de-DE");
        Quantity.Bytes(bytes).Should().Be(text);
        Quantity.Count(1_234_567).Should().Be("1 234 567");
    }

    private static async Task WaitForAsync(CancellationToken token)
    {
        var seen = new TaskCompletionSource();
        await using var registration = token.Register(seen.SetResult);
        await seen.Task.WaitAsync(TimeSpan.FromSeconds(10), CancellationToken.None);
    }
}
