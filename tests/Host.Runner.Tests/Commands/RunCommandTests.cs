using Host.Runner.Commands;
using Host.Runner.Tests.Loading;

namespace Host.Runner.Tests.Commands;

public sealed class RunCommandTests : IDisposable
{
    private const string Steps = """
        params:
          count: { type: integer, default: 3, description: Rows }
        steps:
          left: { node: fixture.make, params: { count: "${{ params.count }}" } }
          right: { node: fixture.make, params: { count: 12 } }
          both: { node: fixture.join, inputs: { tables: [left.table, right.table] } }

        """;

    private readonly CommandBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Tells_of_each_step_with_its_tables_and_ends_with_the_places_of_the_results_and_one_statement()
    {
        _bench.WriteFlow(Steps + "outputs: { rows: { from: both.table, as: csv, path: " + _bench.File("rows.csv") + " } }\n");

        var run = await _bench.RunAsync();

        run.Code.Should().Be(ExitCode.Ok);
        run.Error.Should().BeEmpty();
        _bench.Normal(run.TimelessOutput).Should().Be("""
            flow: 3 steps, 3 to run

            [1/3] left, fixture.make
              done in T s

              rows
                count
                    3

            [2/3] right, fixture.make
              done in T s

              rows
                count
                   12

            [3/3] both, fixture.join
              done in T s

              rows
                count
                   15

            results
              left   BENCH/runs/flow/left/KEY
              right  BENCH/runs/flow/right/KEY
              both   BENCH/runs/flow/both/KEY

            exported
              rows  BENCH/rows.csv

            done in T s: 3 steps run

            """);
    }

    [Fact]
    public async Task Says_which_steps_are_reused_and_shows_their_tables_again()
    {
        _bench.WriteFlow(Steps);
        await _bench.RunAsync();

        var again = await _bench.RunAsync();
        var changed = await _bench.RunAsync("--set", "params.count=4");

        again.Code.Should().Be(ExitCode.Ok);
        again.Output.Should().StartWith("flow: 3 steps, 3 reused\n\n[1/3] left, fixture.make, reused\n\n  rows\n    count\n        3\n");
        again.TimelessOutput.Should().EndWith("\ndone in T s: 3 steps reused, nothing had changed\n");
        changed.Output.Should().Contain("[1/3] left, fixture.make: parameter count changed from 3 to 4\n")
            .And.Contain("[2/3] right, fixture.make, reused\n");
        changed.TimelessOutput.Should().EndWith("\ndone in T s: 2 steps run, 1 reused\n");
    }

    [Fact]
    public async Task Set_outranks_the_file_for_parameters_of_the_workflow_and_of_steps_and_the_last_one_wins()
    {
        _bench.WriteFlow(Steps);

        await _bench.RunAsync("--set", "params.count=7", "--set", "steps.right.params.count=5", "--set", "params.count=2");

        RowsOf("both").Should().Equal(
            "row 1 seed 0", "row 2 seed 0", "row 1 seed 0", "row 2 seed 0", "row 3 seed 0", "row 4 seed 0", "row 5 seed 0");
    }

    [Fact]
    public async Task Seed_reaches_every_step_but_one_set_by_itself()
    {
        _bench.WriteFlow("""
            steps:
              left: { node: fixture.make, params: { count: 1 } }
              right: { node: fixture.make, params: { count: 1, seed: 5 } }

            """);

        await _bench.RunAsync("--seed", "18446744073709551615", "--set", "steps.left.params.seed=4");

        RowsOf("left").Should().Equal("row 1 seed 4");
        RowsOf("right").Should().Equal("row 1 seed 18446744073709551615");
    }

    [Theory]
    [InlineData("params.rows=4", "the workflow has no parameter 'rows'")]
    [InlineData("steps.left.params.cuont=4", "did you mean 'count'?")]
    [InlineData("steps.middle.params.count=4", "'middle'")]
    [InlineData("params.count=many", "'many'")]
    [InlineData("params.count=0", "0")]
    [InlineData("count=4", "count=4")]
    public async Task A_set_that_cannot_be_is_refused_and_nothing_is_written(string set, string part)
    {
        _bench.WriteFlow(Steps.Replace("description: Rows", "minimum: 1", StringComparison.Ordinal));

        var run = await _bench.RunAsync("--set", set);

        run.Code.Should().Be(ExitCode.WorkflowInvalid);
        run.Error.Should().Contain(part).And.EndWith("not run: 1 error; nothing was written\n");
        _bench.Contents().Should().Equal("flow.yaml");
    }

    [Fact]
    public async Task A_failed_step_is_told_with_every_reason_and_its_place_and_what_is_kept()
    {
        _bench.WriteFlow("steps:\n  good: { node: fixture.make }\n  bad: { node: fixture.faulty, inputs: { table: good.table } }\n");

        var run = await _bench.RunAsync();

        run.Code.Should().Be(ExitCode.JobFailed);
        run.Output.Should().Contain("[2/2] bad, fixture.faulty\n  failed\n");
        _bench.Normal(run.TimelessOutput).Should().EndWith("""

            results
              good  BENCH/runs/flow/good/KEY

            failed after T s in step bad: 2 errors; the results of 1 step are kept and reused by the next run
            log: BENCH/runs/flow/bad/KEY/events.log

            """);
        _bench.Normal(run.Error).Should().Be("""
            BENCH/flow.yaml(5,3): error FIXTURE_FIRST: it cannot be done
                  bad: { node: fixture.faulty, inputs: { table: good.table } }
                  ^ do something else
            BENCH/flow.yaml(5,3): error FIXTURE_SECOND: nor can this
                  bad: { node: fixture.faulty, inputs: { table: good.table } }
                  ^

            """);
    }

    [Theory]
    [InlineData("plan_error", ExitCode.WorkflowInvalid, "not run: 2 errors; nothing was written\n")]
    [InlineData("plan_bug", ExitCode.WorkflowInvalid, "not run: 1 error; nothing was written\n")]
    [InlineData("hunger", ExitCode.NotEnoughResources, "not run: not enough memory or disk; nothing was written\n")]
    public async Task What_planning_finds_stops_the_run_before_anything_is_written(string fault, ExitCode code, string statement)
    {
        _bench.WriteFlow("steps: { good: { node: fixture.make }, bad: { node: fixture.faulty, params: { fault: " + fault + " } } }\n");

        var run = await _bench.RunAsync();

        run.Code.Should().Be(code);
        run.Output.Should().EndWith(statement);
        _bench.Contents().Should().Equal("flow.yaml");
    }

    [Fact]
    public async Task A_plug_in_that_does_not_load_stops_the_run_with_exit_code_4()
    {
        Fixtures.Change(_bench.PluginFolder, manifest => manifest with { EntryType = "Fixture.Steps.Gone" });
        _bench.WriteFlow(Steps);

        var run = await _bench.RunAsync();

        run.Code.Should().Be(ExitCode.PluginRefused);
        run.Error.Should().Contain("has no plug-in class Fixture.Steps.Gone");
        run.Output.Should().EndWith("not run: a plug-in was refused; nothing was written\n");
        _bench.Contents().Should().Equal("flow.yaml");
    }

    [Fact]
    public async Task A_cache_that_cannot_be_made_is_said_once_with_what_to_do()
    {
        _bench.WriteFlow(Steps);

        var run = await HostRun.OfAsync(["run", _bench.Flow, .. _bench.Options.SkipLast(1), Path.Combine(_bench.Flow, "in")]);

        run.Code.Should().Be(ExitCode.PluginRefused);
        run.Error.Split("PLUGIN_REFUSED").Should().HaveCount(2);
        run.Error.Should().Contain("Name another folder for it with --cache DIR");
        _bench.Contents().Should().Equal("flow.yaml");
    }

    [Fact]
    public async Task A_plug_in_folder_replaced_while_the_host_is_up_is_used_by_the_next_run()
    {
        _bench.WriteFlow("steps: { say: { node: fixture.echo } }\n");
        Fixtures.Install("Fixture.Echo.One", _bench.File("plugins/Echo"));
        var first = await _bench.RunAsync();

        Directory.Delete(_bench.File("plugins/Echo"), recursive: true);
        Fixtures.Install("Fixture.Echo.Two", _bench.File("plugins/Echo"));
        var second = await _bench.RunAsync();

        first.Output.Should().MatchRegex(@"at work\n +\S+ +\S+\n +1 ");
        second.Output.Should().Contain("plug-in changed from Fixture.Echo 1.0.0 to Fixture.Echo 2.0.0")
            .And.MatchRegex(@"at work\n +\S+ +\S+\n +2 ");
    }

    [Fact]
    public async Task Quiet_says_no_more_than_where_the_results_are_and_how_it_ended()
    {
        _bench.WriteFlow(Steps);

        var run = await _bench.RunAsync("--verbosity", "quiet");

        run.TimelessOutput.Should().StartWith("\nresults\n  left ").And.EndWith("\n\ndone in T s: 3 steps run\n");
    }

    [Fact]
    public async Task Detailed_also_says_nested_stages_numbers_and_the_log_of_the_jobs()
    {
        _bench.WriteFlow("steps: { make: { node: fixture.make }, slow: { node: fixture.slow, params: { stage_milliseconds: 10 } } }\n");

        var normal = await _bench.RunAsync();
        Directory.Delete(_bench.Runs, recursive: true);
        var detailed = await _bench.RunAsync("--verbosity", "detailed");

        normal.TimelessOutput.Should().Contain(
            "[2/2] slow, fixture.slow\n  stage 1: T s\n  stage 2: T s\n  stage 3: T s\n  stage 4: T s\n  done in T s\n");
        detailed.TimelessOutput.Should().Contain("  comment is none\n")
            .And.Contain("  begin stage 1\n  begin stage 1 > part 1\n  done % at 1: 10\n  stage 1 > part 1: T s\n");
    }

    [Fact]
    public async Task On_a_terminal_lines_stay_whole_above_the_bars_and_the_cursor_comes_back()
    {
        _bench.WriteFlow("steps: { make: { node: fixture.make }, slow: { node: fixture.slow, params: { stage_milliseconds: 400 } } }\n");

        var run = await _bench.RunOnTerminalAsync(70);

        run.Code.Should().Be(ExitCode.Ok);
        run.Output.Should().Contain("━━━━").And.NotContain("\e[0A", "terminals go up one line for 0");
        run.Output.LastIndexOf("\e[?25h", StringComparison.Ordinal).Should()
            .BeGreaterThan(run.Output.LastIndexOf("\e[?25l", StringComparison.Ordinal));
        var screen = new TerminalScreen(70);
        screen.Write(run.Output);
        _bench.Normal(HostRun.Timeless(screen.Text)).Should().Be("""
            flow: 2 steps, 2 to run

            [1/2] make, fixture.make
              done in T s

              rows
                count
                    3

            [2/2] slow, fixture.slow
              stage 1: T s
              stage 2: T s
              stage 3: T s
              stage 4: T s
              done in T s

              rows
                count
                    4

            results
              make  BENCH/runs/flow/make/KEY
              slow  BENCH/runs/flow/slow/KEY

            done in T s: 2 steps run
            """);
    }

    [Fact]
    public async Task Stopped_while_it_plans_it_writes_nothing()
    {
        _bench.WriteFlow(Steps);
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        var run = await HostRun.OfAsync(OutputMode.Plain, null, ["run", _bench.Flow, .. _bench.Options], cancel.Token);

        run.Code.Should().Be(ExitCode.Cancelled);
        run.Output.Should().Be("stopped while planning; nothing was written\n");
        _bench.Contents().Should().Equal("flow.yaml");
    }

    private string[] RowsOf(string step) => File.ReadAllLines(Path.Combine(_bench.JobFolderOf(step), "outputs", "table.csv"));
}
