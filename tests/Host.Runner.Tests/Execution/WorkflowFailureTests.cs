using Host.Abstractions.Planning;
using Host.Runner.Execution;

namespace Host.Runner.Tests.Execution;

public sealed class WorkflowFailureTests : IDisposable
{
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Problems_of_all_steps_are_reported_together_and_steps_that_depend_on_them_keep_silent()
    {
        const string text = """
            steps:
              first: { node: fixture.faulty, params: { fault: plan_error } }
              second: { node: fixture.faulty, params: { fault: plan_bug } }
              third: { node: fixture.join, inputs: { tables: first.table } }
              fourth: { node: fixture.make }
            outputs:
              rows: { from: third.table, as: csv, path: rows.csv }

            """;

        var outcome = await _workshop.RunAsync(text);

        outcome.ExitCode.Should().Be(3);
        outcome.Diagnostics.Select(item => (item.Location!.Value.Line, item.Diagnostic.Code)).Should().Equal(
            (4, "FIXTURE_FIRST"), (4, "FIXTURE_SECOND"), (5, ExecutionCodes.NodeFault));
        outcome.Diagnostics[0].Location!.Value.Column.Should()
            .BeGreaterThan(outcome.Diagnostics[1].Location!.Value.Column, "the first is about the parameter, the second about the step");
        outcome.Diagnostics[2].Diagnostic.Should().Be(new Diagnostic(
            ExecutionCodes.NodeFault, DiagnosticSeverity.Error, "",
                "node fixture.faulty broke off: InvalidOperationException: planning went wrong",
                    "this is a fault of Fixture.Steps 1.0.0, please report it"));
        outcome.Plan.Steps.Select(step => step.Decision).Should()
            .BeEquivalentTo([StepDecision.Blocked, StepDecision.Blocked, StepDecision.Blocked, StepDecision.Run]);
        Directory.Exists(_workshop.Runs).Should().BeFalse("nothing runs while there are errors");
    }

    [Fact]
    public async Task Reasons_a_node_gives_for_failing_are_all_reported_and_recorded()
    {
        var outcome = await Fail("run_error");

        outcome.ExitCode.Should().Be(1);
        outcome.Diagnostics.Select(item => item.Diagnostic.Code).Should().Equal("FIXTURE_FIRST", "FIXTURE_SECOND");
        var record = JobStore.ReadRecord(new JobFolder(_workshop.JobFolder("bad")))!;
        record.State.Should().Be(JobState.Failed);
        record.Errors.Should().Equal("FIXTURE_FIRST: it cannot be done; do something else", "FIXTURE_SECOND: nor can this");
        _workshop.Recorder.Events.Should().Equal("planned", "started bad", "failed bad");
    }

    [Fact]
    public async Task A_fault_of_a_node_is_one_line_for_people_and_a_stack_trace_in_the_log()
    {
        var outcome = await Fail("run_bug");

        outcome.ExitCode.Should().Be(1);
        outcome.Diagnostics.Should().ContainSingle().Which.Diagnostic.ToString().Should().Be(
            "NODE_FAULT: node fixture.faulty broke off: InvalidOperationException: running went wrong; "
            + "this is a fault of Fixture.Steps 1.0.0, please report it");
        File.ReadAllText(Path.Combine(_workshop.JobFolder("bad"), "events.log")).Should()
            .Contain("   at Fixture.Steps.FaultyNode.RunAsync");
    }

    [Fact]
    public async Task A_cancellation_nobody_asked_for_is_a_fault() =>
        (await Fail("stray_cancellation")).Diagnostics.Should().ContainSingle().Which.Diagnostic.Code.Should().Be(ExecutionCodes.NodeFault);

    [Fact]
    public async Task A_failed_step_is_tried_again_and_what_went_before_is_reused()
    {
        const string text = "steps: { good: { node: fixture.make }, bad: { node: fixture.faulty, inputs: { table: good.table } } }\n";
        await _workshop.RunAsync(text);

        var again = await _workshop.RunAsync(text);

        again.State.Should().Be(RunState.Failed);
        again.Results.Keys.Should().Equal("good");
        again.Plan.Steps[1].Reasons.Should().Equal("the last run failed");
        _workshop.Recorder.Events.Should().Equal("planned", "reused good", "started bad", "failed bad");
    }

    [Fact]
    public async Task More_memory_and_disk_than_there_is_stops_the_run_before_it_begins()
    {
        var outcome = await Fail("hunger");

        outcome.ExitCode.Should().Be(5);
        outcome.Diagnostics.Select(item => item.Diagnostic.Code).Should()
            .Equal(ExecutionCodes.NotEnoughMemory, ExecutionCodes.NotEnoughDisk);
        outcome.Diagnostics[0].Diagnostic.Message.Should().StartWith("bad needs 1048576 TiB of memory");
        Directory.Exists(_workshop.Runs).Should().BeFalse();
    }

    [Fact]
    public async Task Disk_that_is_short_is_named_with_the_option_that_names_another()
    {
        _workshop.Scratch = _workshop.File("fast");
        var outcome = await Fail("hunger");

        var disks = outcome.Diagnostics.Where(item => item.Diagnostic.Code == ExecutionCodes.NotEnoughDisk).ToArray();
        disks.Should().HaveCount(2);
        (disks[0].Diagnostic.Message + disks[0].Diagnostic.Hint).Should().Contain($"of disk in {_workshop.Runs}").And.Contain("--runs");
        (disks[1].Diagnostic.Message + disks[1].Diagnostic.Hint).Should()
            .Contain($"of disk in {_workshop.Scratch}").And.Contain("--scratch");
    }

    [Theory]
    [InlineData("no_file", "output table, slot table: other.csv does not exist")]
    [InlineData("no_item", "output table: 1 promised, 0 delivered")]
    [InlineData("wrong_count", "output table has 1 rows; 2 were promised")]
    [InlineData("wrong_type", "output table is a mask; a table was promised")]
    [InlineData("other_slot", "output table lacks the promised slots table")]
    [InlineData("outside_folder", "output table, slot table: '*job.json' is not an absolute path inside the output folder")]
    [InlineData("unknown_output", "output more is delivered, but the node has no such output")]
    public async Task A_broken_promise_fails_the_job_and_nothing_of_it_is_kept(string lie, string message)
    {
        var outcome = await _workshop.RunAsync("steps: { liar: { node: fixture.liar, params: { lie: " + lie + " } } }\n");

        outcome.ExitCode.Should().Be(1);
        var found = outcome.Diagnostics.Should().ContainSingle().Subject.Diagnostic;
        found.Code.Should().Be(ExecutionCodes.PromiseBroken);
        found.Message.Should().Match(message);
        Directory.EnumerateFileSystemEntries(_workshop.JobFolder("liar")).Select(Path.GetFileName).Should()
            .NotContain(["outputs", "outputs.partial", "result.json"]);
    }

    [Fact]
    public async Task A_kept_promise_is_accepted() =>
        (await _workshop.RunAsync("steps: { liar: { node: fixture.liar } }\n")).ExitCode.Should().Be(0);

    [Fact]
    public async Task A_plug_in_that_does_not_load_stops_the_run_with_its_reason()
    {
        Loading.Fixtures.Change(_workshop.PluginFolder, manifest => manifest with { EntryType = "Fixture.Steps.Gone" });
        await _workshop.Plugins.RefreshAsync(default);

        var outcome = await _workshop.RunAsync("steps: { left: { node: fixture.make } }\n");

        outcome.ExitCode.Should().Be(4);
        outcome.Diagnostics.Should().ContainSingle().Which.Diagnostic.Message.Should().Contain("has no plug-in class Fixture.Steps.Gone");
    }

    [Fact]
    public async Task A_source_with_errors_is_reported_once_and_the_steps_that_use_it_keep_silent()
    {
        _workshop.Sources.Diagnostics = [new Diagnostic("MRC", DiagnosticSeverity.Error, "", "a.mrc is empty")];

        var plan = await _workshop.PlanAsync(WithSource(_workshop.Write("a.mrc", "")));

        plan.Diagnostics.Should().ContainSingle().Which.Location!.Value.Line.Should().Be(4);
        plan.Steps.Should().OnlyContain(step => step.Decision == StepDecision.Blocked);
    }

    [Fact]
    public async Task A_source_file_that_is_missing_is_reported_at_the_source()
    {
        var plan = await _workshop.PlanAsync(WithSource(_workshop.File("none.mrc")));

        plan.Diagnostics.Should().ContainSingle().Which.Diagnostic.Code.Should().Be(ExecutionCodes.SourceUnreadable);
    }

    [Fact]
    public async Task An_output_that_cannot_be_written_fails_the_run_but_the_steps_keep_their_results()
    {
        const string text = "steps: { left: { node: fixture.make } }\noutputs: { rows: { from: left.table, as: csv, path: rows.csv } }\n";
        _workshop.Exporter.Failure = new IOException("the disk is full");

        var outcome = await _workshop.RunAsync(text);

        outcome.ExitCode.Should().Be(1);
        outcome.Diagnostics.Should().ContainSingle().Which.Diagnostic.Should().Be(new Diagnostic(
            ExecutionCodes.ExportFailed, DiagnosticSeverity.Error, "outputs.rows", "the disk is full"));
        (await _workshop.PlanAsync(text)).Steps[0].Decision.Should().Be(StepDecision.Reuse);
    }

    private static string WithSource(string path) =>
        "sources: \n  region: { file: { path: " + path
            + ", type: mask } }\nsteps:\n  left: { node: fixture.make, inputs: { mask: region.mask } }\n";

    private Task<RunOutcome> Fail(string fault) =>
        _workshop.RunAsync("steps: { bad: { node: fixture.faulty, params: { fault: " + fault + " } } }\n");
}
