using System.Diagnostics;
using Host.Runner.Execution;
using Host.Runner.Loading;

namespace Host.Runner.Tests.Execution;

public sealed class WorkflowRunTests : IDisposable
{
    private const string Flow = """
        params:
          count: { type: integer, default: 3, description: Rows }
        steps:
          left: { node: fixture.make, params: { count: "${{ params.count }}" } }
          right: { node: fixture.make, params: { count: 2 } }
          both: { node: fixture.join, inputs: { tables: [left.table, right.table] } }
        outputs:
          rows: { from: both.table, as: csv, path: rows.csv }

        """;

    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Runs_step_after_step_and_delivers_the_outputs()
    {
        var outcome = await _workshop.RunAsync(Flow);

        outcome.Diagnostics.Should().BeEmpty();
        outcome.ExitCode.Should().Be(0);
        File.ReadAllLines(_workshop.File("rows.csv")).Should()
            .Equal("row 1 seed 0", "row 2 seed 0", "row 3 seed 0", "row 1 seed 0", "row 2 seed 0");
        outcome.ExportedPaths.Should().Equal(_workshop.File("rows.csv"));
        _workshop.Recorder.Events.Where(happened => !happened.StartsWith("said", StringComparison.Ordinal)).Should().Equal(
            "planned", "started left", "finished left with 3", "started right", "finished right with 2", "started both",
            "finished both with 5", "exported rows");
    }

    [Fact]
    public async Task A_job_folder_holds_record_log_outputs_and_artifacts_and_nothing_intermediate()
    {
        await _workshop.RunAsync(Flow);

        var folder = _workshop.JobFolder("left");
        Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Should().BeEquivalentTo(
            "job.json", "events.log", "result.json", "lock", "outputs", "artifacts");
        Directory.EnumerateFiles(Path.Combine(folder, "artifacts")).Select(Path.GetFileName).Should()
            .BeEquivalentTo("rows.svg", "rows.csv", "index.json");
        File.ReadAllText(Path.Combine(folder, "events.log")).Should().Contain(" note comment is none").And.Contain(" done completed");
        var record = JobStore.ReadRecord(new JobFolder(folder))!;
        record.State.Should().Be(JobState.Completed);
        record.Reasons.Should().Equal("first run");
        record.ThreadCount.Should().Be(2);
        record.Ingredients.PluginVersion.Should().Be("1.0.0");
        record.Ingredients.Parameters[0].Should().Be(new JobParameter("count", "3", "params.count", true));
        record.Finished.Should().BeOnOrAfter(record.Started);
        File.ReadAllText(Path.Combine(folder, "job.json")).Should().NotContain(Environment.MachineName);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_run_again_even_when_the_run_folder_has_moved()
    {
        var first = await _workshop.RunAsync(Flow);
        Directory.Move(_workshop.Runs, _workshop.File("elsewhere"));
        Directory.CreateDirectory(_workshop.Runs);
        Directory.Move(Path.Combine(_workshop.File("elsewhere"), "flow"), Path.Combine(_workshop.Runs, "flow"));

        var second = await _workshop.RunAsync(Flow);

        _workshop.Recorder.Events.Should().Equal("planned", "reused left", "reused right", "reused both", "exported rows");
        second.Results["both"].Outputs["table"][0].Should().BeEquivalentTo(first.Results["both"].Outputs["table"][0]);
        second.Results["both"].Summary[0].Rows[0].Should().Equal("5");
    }

    [Fact]
    public async Task A_changed_parameter_runs_only_what_depends_on_it_and_the_plan_says_why()
    {
        await _workshop.RunAsync(Flow);

        var plan = await _workshop.PlanAsync(Flow, "params.count=4");
        await _workshop.RunAsync(Flow, "params.count=4");

        plan.Steps.Select(step => (step.Step.Name, step.Decision, Why: string.Join("; ", step.Reasons))).Should().Equal(
            ("left", StepDecision.Run, "parameter count changed from 3 to 4"),
            ("right", StepDecision.Reuse, "nothing it depends on has changed"),
            ("both", StepDecision.Run, "input tables changed: left.table is not the same as before"));
        _workshop.Recorder.Events.Should().Contain("reused right").And.Contain("finished left with 4").And.Contain("finished both with 6");
    }

    [Fact]
    public async Task Going_back_to_former_values_finds_the_former_results()
    {
        await _workshop.RunAsync(Flow);
        await _workshop.RunAsync(Flow, "params.count=4");

        await _workshop.RunAsync(Flow);

        _workshop.Recorder.Events.Should().Equal("planned", "reused left", "reused right", "reused both", "exported rows");
    }

    [Fact]
    public async Task A_parameter_that_cannot_change_the_result_does_not_make_a_step_run()
    {
        await _workshop.RunAsync(Flow);

        await _workshop.RunAsync(Flow, "steps.left.params.comment=hello");

        _workshop.Recorder.Events.Should().Contain("reused left");
    }

    [Fact]
    public async Task Another_seed_makes_a_step_run()
    {
        await _workshop.RunAsync(Flow);

        var plan = await _workshop.PlanAsync(Flow.Replace("count: 2", "count: 2, seed: 9", StringComparison.Ordinal));

        plan.Steps.Single(step => step.Step.Name == "right").Reasons.Should().Equal("seed changed from 0 to 9");
    }

    [Fact]
    public async Task Another_version_of_the_plug_in_makes_a_step_run()
    {
        await _workshop.RunAsync(Flow);
        Loading.Fixtures.Change(_workshop.PluginFolder, manifest => manifest with { Version = "1.1.0" });
        await _workshop.Plugins.RefreshAsync(default);

        var plan = await _workshop.PlanAsync(Flow);

        plan.Steps[0].Reasons.Should().Equal("plug-in changed from Fixture.Steps 1.0.0 to Fixture.Steps 1.1.0");
    }

    [Fact]
    public async Task A_rebuilt_plug_in_of_the_same_version_and_revision_leaves_results_as_they_are()
    {
        await _workshop.RunAsync(Flow);
        Loading.Fixtures.Change(_workshop.PluginFolder, manifest => manifest with { Description = "Built again." });
        (await _workshop.Plugins.RefreshAsync(default)).Should().ContainSingle().Which.Kind.Should().Be(PluginChangeKind.Replaced);

        (await _workshop.PlanAsync(Flow)).Steps.Should().OnlyContain(step => step.Decision == StepDecision.Reuse);
    }

    [Fact]
    public async Task A_result_whose_file_is_gone_is_made_again()
    {
        await _workshop.RunAsync(Flow);
        File.Delete(Path.Combine(_workshop.JobFolder("right"), "outputs", "table.csv"));

        var plan = await _workshop.PlanAsync(Flow);
        var outcome = await _workshop.RunAsync(Flow);

        plan.Steps[1].Reasons.Should().Equal("files of the last result are gone");
        outcome.State.Should().Be(RunState.Completed);
        File.Exists(Path.Combine(_workshop.JobFolder("right"), "outputs", "table.csv")).Should().BeTrue();
    }

    [Fact]
    public async Task A_source_counts_by_its_content_not_by_its_place()
    {
        const string text = """
            sources:
              region: { file: { path: PATH, type: mask } }
            steps:
              left: { node: fixture.make, inputs: { mask: region.mask } }

            """;
        var here = text.Replace("PATH", _workshop.Write("a.mrc", "mask"), StringComparison.Ordinal);
        var there = text.Replace("PATH", _workshop.Write("sub/b.mrc", "mask"), StringComparison.Ordinal);
        await _workshop.RunAsync(here);

        (await _workshop.PlanAsync(there)).Steps[0].Decision.Should().Be(StepDecision.Reuse);
        _workshop.Write("a.mrc", "musk");
        (await _workshop.PlanAsync(here)).Steps[0].Reasons.Should().Equal("input mask changed: region.mask is not the same as before");
    }

    [Fact]
    public async Task Planning_writes_nothing()
    {
        await _workshop.PlanAsync(Flow);

        Directory.Exists(_workshop.Runs).Should().BeFalse();
    }

    [Fact]
    public async Task The_plan_sums_what_the_steps_that_run_need()
    {
        var plan = await _workshop.PlanAsync(Flow);

        plan.Resources.Should().Be(new Host.Abstractions.Planning.ResourceRequest(1000, 10, 300, 3));
    }

    [Fact]
    public async Task Intermediate_files_stand_in_the_folder_named_for_them_until_the_job_succeeds()
    {
        const string slow = "steps: { slow: { node: fixture.slow } }\n";
        _workshop.Scratch = _workshop.File("fast");
        using var cancel = new CancellationTokenSource();
        _workshop.Recorder.Began = title =>
        {
            if (title == "stage 3")
                cancel.Cancel();
        };
        (await _workshop.RunAsync(slow, cancel.Token)).ExitCode.Should().Be(130);
        Directory.GetFileSystemEntries(_workshop.JobFolder("slow")).Select(Path.GetFileName).Should().NotContain("scratch");
        var scratch = Directory.GetDirectories(_workshop.Scratch).Should().ContainSingle().Subject;
        Path.GetFileName(scratch).Should().Be($"flow.slow.{Path.GetFileName(_workshop.JobFolder("slow"))}");
        Directory.GetFiles(scratch).Select(Path.GetFileName).Should().Equal("runs.txt");

        (await _workshop.RunAsync(slow)).ExitCode.Should().Be(0);
        Directory.EnumerateFileSystemEntries(_workshop.Scratch).Should().BeEmpty();
    }

    [Fact]
    public async Task Cancelled_it_leaves_nothing_half_written_and_the_next_run_goes_on_from_the_checkpoint()
    {
        const string slow = "steps: { slow: { node: fixture.slow } }\n";
        using var cancel = new CancellationTokenSource();
        _workshop.Recorder.Began = title =>
        {
            if (title == "stage 3")
                cancel.Cancel();
        };

        var stopped = await _workshop.RunAsync(slow, cancel.Token);

        stopped.ExitCode.Should().Be(130);
        var folder = _workshop.JobFolder("slow");
        Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Should()
            .BeEquivalentTo("job.json", "events.log", "lock", "artifacts", "checkpoints", "scratch");
        JobStore.ReadRecord(new JobFolder(folder))!.State.Should().Be(JobState.Cancelled);
        _workshop.Recorder.Events.Should().Equal("planned", "started slow", "cancelled slow");
        (await _workshop.PlanAsync(slow)).Steps[0].Reasons.Should().Equal("the last run was stopped; it goes on from there");

        var resumed = await _workshop.RunAsync(slow);

        File.ReadAllLines(resumed.Results["slow"].Outputs["table"][0].PathOf("table")).Should().Equal(
            "stage 1 in the run that began at 0", "stage 2 in the run that began at 0", "stage 3 in the run that began at 2",
            "stage 4 in the run that began at 2");
    }

    [Fact]
    public async Task Killed_it_resumes_as_well()
    {
        const string slow = "steps: { slow: { node: fixture.slow } }\n";
        await _workshop.RunAsync(slow);
        var folder = new JobFolder(_workshop.JobFolder("slow"));
        // As a kill between two stages leaves it: half an output, a checkpoint, a record that says "running".
        File.Delete(folder.ResultPath);
        Directory.Move(folder.Outputs, folder.PartialOutputs);
        Directory.CreateDirectory(folder.Checkpoints);
        File.WriteAllText(Path.Combine(folder.Checkpoints, "rows"), "kept 1\nkept 2\nkept 3");
        JobStore.WriteRecord(folder, JobStore.ReadRecord(folder)! with { State = JobState.Running });

        (await _workshop.PlanAsync(slow)).Steps[0].Reasons.Should().Equal("the last run broke off; it goes on from its last checkpoint");
        var resumed = await _workshop.RunAsync(slow);

        File.ReadAllLines(resumed.Results["slow"].Outputs["table"][0].PathOf("table")).Should()
            .Equal("kept 1", "kept 2", "kept 3", "stage 4 in the run that began at 3");
    }

    [Fact]
    public async Task A_job_that_another_process_runs_is_left_to_it_naming_the_process()
    {
        await _workshop.RunAsync(Flow);
        var folder = _workshop.JobFolder("left");
        File.Delete(Path.Combine(folder, "result.json"));
        using var holder = LockElsewhere(Path.Combine(folder, "lock"));

        var outcome = await _workshop.RunAsync(Flow);
        holder.StandardInput.Close();
        await holder.WaitForExitAsync();

        outcome.ExitCode.Should().Be(1);
        outcome.Diagnostics.Should().ContainSingle().Which.Diagnostic.Should().Match<Host.Abstractions.Planning.Diagnostic>(
            found => found.Code == ExecutionCodes.JobLocked && found.Message == $"process {holder.Id} is running this job in {folder}");
        (await _workshop.RunAsync(Flow)).State.Should().Be(RunState.Completed, "the lock has gone with its process");
    }

    [Fact]
    public async Task Nothing_of_a_plug_in_stays_in_memory_after_a_run()
    {
        var outcome = await _workshop.RunAsync(Flow);
        var failed = await _workshop.RunAsync("steps: { bad: { node: fixture.faulty, params: { fault: run_bug } } }\n");

        _workshop.Plugins.Dispose();

        (await _workshop.Plugins.WhenUnloadedAsync()).Should().ContainSingle().Which.Outcome.Should().Be(UnloadOutcome.Unloaded);
        outcome.Results.Should().HaveCount(3);
        failed.Results.Should().BeEmpty();
    }

    // The lock of a .NET FileStream on Unix is flock, so another program can hold it as another host would.
    private static Process LockElsewhere(string path)
    {
        var start = new ProcessStartInfo("bash", ["-c", $"exec 9>'{path}'; flock 9; echo -n $$ >'{path}.pid'; echo held; read"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        process.StandardOutput.ReadLine().Should().Be("held");
        return process;
    }
}
