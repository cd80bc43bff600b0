using Host.Runner.Commands;
using Host.Runner.Tests.Loading;
using SingleParticle.Formats.Mrc;
using SingleParticle.Volumes;

namespace Host.Runner.Tests.Commands;

public sealed class PlanCommandTests : IDisposable
{
    private const string Steps = """
        sources:
          region: { file: { path: region.mrc, type: mask } }
        steps:
          both: { node: fixture.join, inputs: { tables: [left.table, right.table] } }
          left: { node: fixture.make, inputs: { mask: region.mask } }
          right: { node: fixture.make, params: { count: 12 } }

        """;

    private readonly CommandBench _bench = new();

    public PlanCommandTests()
    {
        _bench.WriteFlow(Steps);
        WriteMask(0.5f);
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Says_in_order_what_each_step_delivers_and_needs_and_what_all_need_together_and_writes_nothing()
    {
        _bench.WriteFlow(Steps + "outputs: { rows: { from: both.table, as: csv, path: " + _bench.File("rows.csv") + " } }\n");

        var plan = await _bench.PlanAsync("--threads", "3");

        plan.Code.Should().Be(ExitCode.Ok);
        plan.Error.Should().BeEmpty();
        var lines = _bench.Normal(plan.Output).Split('\n');
        string.Join('\n', lines.SkipLast(4)).Should().Be("""
            flow: 3 steps, 3 to run

            1 left, fixture.make: to run
              delivers  table  3 rows; table
              needs     1000 B of memory, 110 B of disk, 1.0 s of processor time

            2 right, fixture.make: to run
              delivers  table  12 rows; table
              needs     1000 B of memory, 110 B of disk, 1.0 s of processor time

            3 both, fixture.join: to run
              delivers  table  15 rows; table
              needs     1000 B of memory, 110 B of disk, 1.0 s of processor time

            outputs
              rows  both.table  BENCH/rows.csv

            all together
            """);
        lines[^4].Should().MatchRegex(@"^  memory  1000 B of [\d.]+ [GTM]iB$");
        lines[^3].Should().MatchRegex(@"^  disk    310 B of [\d.]+ [GTM]iB free$");
        lines[^2].Should().Be("  time    1.0 s with 3 threads");
        _bench.Contents().Should().Equal("flow.yaml", "region.mrc");
    }

    [Fact]
    public async Task What_is_needed_of_a_disk_for_intermediate_files_is_said_by_itself()
    {
        var run = await _bench.PlanAsync("--scratch", Path.GetTempPath());

        var lines = run.Output.TrimEnd().Split('\n');
        lines[^3].Should().MatchRegex(@"^  disk     300 B of [\d.]+ [GTM]iB free$");
        lines[^2].Should().MatchRegex(@"^  scratch  10 B of [\d.]+ [GTM]iB free$");
    }

    [Fact]
    public async Task A_first_run_is_explained_as_such() =>
        (await WhyAsync()).Should().Equal(
            ("left", "to run", "first run"), ("right", "to run", "first run"), ("both", "to run", "first run"));

    [Fact]
    public async Task Steps_that_nothing_has_changed_are_reused_and_their_results_named()
    {
        await _bench.RunAsync();

        (await WhyAsync()).Should().Equal(
            ("left", "reused", "nothing it depends on has changed; result in BENCH/runs/flow/left/KEY"),
            ("right", "reused", "nothing it depends on has changed; result in BENCH/runs/flow/right/KEY"),
            ("both", "reused", "nothing it depends on has changed; result in BENCH/runs/flow/both/KEY"));
        (await _bench.PlanAsync()).Output.Should().StartWith("flow: 3 steps, 3 reused\n").And.NotContain("all together");
    }

    [Fact]
    public async Task A_changed_parameter_is_named_with_both_values_and_what_depends_on_it_with_its_input()
    {
        await _bench.RunAsync();

        (await WhyAsync("--set", "steps.right.params.count=13")).Should().Equal(
            ("left", "reused", "nothing it depends on has changed; result in BENCH/runs/flow/left/KEY"),
            ("right", "to run", "parameter count changed from 12 to 13"),
            ("both", "to run", "input tables changed: right.table is not the same as before"));
    }

    [Fact]
    public async Task A_changed_seed_is_named_with_both_values()
    {
        await _bench.RunAsync();

        (await WhyAsync("--seed", "9")).Select(step => step.Why).Should().Equal(
            "seed changed from 0 to 9",
            "seed changed from 0 to 9",
            "input tables changed: left.table and right.table are not the same as before");
    }

    [Fact]
    public async Task A_changed_input_file_is_named_by_its_source()
    {
        await _bench.RunAsync();
        WriteMask(0.6f);

        (await WhyAsync()).Should().Equal(
            ("left", "to run", "input mask changed: region.mask is not the same as before"),
            ("right", "reused", "nothing it depends on has changed; result in BENCH/runs/flow/right/KEY"),
            ("both", "to run", "input tables changed: left.table is not the same as before"));
    }

    [Fact]
    public async Task An_input_connected_otherwise_is_named_with_both_connections()
    {
        await _bench.RunAsync();
        _bench.WriteFlow(Steps.Replace("[left.table, right.table]", "[right.table]", StringComparison.Ordinal));

        (await WhyAsync())[2].Should().Be(("both", "to run", "input tables changed from left.table, right.table to right.table"));
    }

    [Fact]
    public async Task A_raised_revision_of_a_node_is_named_with_both_revisions()
    {
        _bench.WriteFlow("steps: { say: { node: fixture.echo } }\n");
        Fixtures.Install("Fixture.Echo.One", _bench.File("plugins/Echo"));
        await _bench.RunAsync();
        Fixtures.Install("Fixture.Echo.Two", _bench.File("plugins/Echo"));
        Fixtures.Change(_bench.File("plugins/Echo"), manifest => manifest with { Version = "1.0.0" });

        (await WhyAsync()).Should().Equal(("say", "to run", "revision of fixture.echo changed from 1 to 2"));
    }

    [Fact]
    public async Task Another_version_of_a_plug_in_is_named_with_both_versions()
    {
        await _bench.RunAsync();
        Fixtures.Change(_bench.PluginFolder, manifest => manifest with { Version = "1.1.0" });

        (await WhyAsync())[1].Should().Be(("right", "to run", "plug-in changed from Fixture.Steps 1.0.0 to Fixture.Steps 1.1.0"));
    }

    [Fact]
    public async Task A_failed_run_is_remembered()
    {
        _bench.WriteFlow("steps: { bad: { node: fixture.faulty } }\n");
        await _bench.RunAsync();

        (await WhyAsync()).Should().Equal(("bad", "to run", "the last run failed"));
    }

    [Fact]
    public async Task Everything_in_the_way_is_said_with_its_place_and_the_exit_code_is_3()
    {
        _bench.WriteFlow("""
            steps:
              bad: { node: fixture.faulty, params: { fault: plan_error } }
              after: { node: fixture.join, inputs: { tables: bad.table } }

            """);

        var plan = await _bench.PlanAsync("--explain");

        plan.Code.Should().Be(ExitCode.WorkflowInvalid);
        plan.Output.Should().Be("""
            flow: 2 steps, 2 blocked

            1 bad, fixture.faulty: cannot run
              why  it, or something it needs, has errors

            2 after, fixture.join: cannot run
              why  it, or something it needs, has errors

            """);
        _bench.Normal(plan.Error).Should().Be("""
            BENCH/flow.yaml(4,49): error FIXTURE_FIRST: params.fault: the first thing wrong
                  bad: { node: fixture.faulty, params: { fault: plan_error } }
                                                                ^ mend it
            BENCH/flow.yaml(4,3): error FIXTURE_SECOND: the second thing wrong
                  bad: { node: fixture.faulty, params: { fault: plan_error } }
                  ^
            2 errors

            """);
    }

    [Fact]
    public async Task More_than_the_machine_has_is_said_by_exit_code_5()
    {
        _bench.WriteFlow("steps: { bad: { node: fixture.faulty, params: { fault: hunger } } }\n");

        var plan = await _bench.PlanAsync();

        plan.Code.Should().Be(ExitCode.NotEnoughResources);
        plan.Error.Should().Contain("NOT_ENOUGH_MEMORY: bad needs 1048576 TiB of memory")
            .And.Contain("NOT_ENOUGH_DISK")
            .And.EndWith("2 errors\n");
    }

    private void WriteMask(float value) =>
        MrcVolumeWriter.Write(_bench.File("region.mrc"), new Volume(8, 2, Enumerable.Repeat(value, 8 * 8 * 8).ToArray()));

    private async Task<IReadOnlyList<(string Step, string Decision, string Why)>> WhyAsync(params string[] arguments)
    {
        var plan = await _bench.PlanAsync(["--explain", .. arguments]);
        plan.Code.Should().Be(ExitCode.Ok, plan.Error);
        return
        [
            .. _bench.Normal(plan.Output).Split("\n\n").Where(block => char.IsAsciiDigit(block[0])).Select(block =>
            {
                var lines = block.Split('\n');
                var heading = lines[0].Split(' ', 4);
                var why = lines.Skip(1)
                    .TakeWhile(line => line.StartsWith("  why", StringComparison.Ordinal) || line[2] == ' ')
                    .Select(line => line[8..].TrimStart());
                return (heading[1].TrimEnd(','), heading[3], string.Join("; ", why));
            }),
        ];
    }
}
