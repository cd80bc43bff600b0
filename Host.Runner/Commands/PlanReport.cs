using Host.Runner.Execution;

namespace Host.Runner.Commands;

/// <summary>Writes a plan: the steps in order, what each delivers and needs, the outputs, and what all needs together.</summary>
internal sealed class PlanReport
{
    private readonly WorkflowPlan _plan;
    private readonly RunOptions _options;
    private readonly HostConsole _console;

    public PlanReport(WorkflowPlan plan, RunOptions options, HostConsole console)
    {
        _plan = plan;
        _options = options;
        _console = console;
    }

    /// <summary>Writes.</summary>
    /// <param name="detail">Whether to say why steps run.</param>
    public void Write(PlanDetail detail)
    {
        _console.Output.WriteLine(PlanText.Heading(_plan));
        for (var index = 0; index < _plan.Steps.Count; index++)
            Write(index + 1, _plan.Steps[index], detail);
        WriteExports();
        WriteTotal();
    }

    private void Write(int number, PlannedStep step, PlanDetail detail)
    {
        var what = step.Decision switch { StepDecision.Run => "to run", StepDecision.Reuse => "reused", _ => "cannot run" };
        var heading = FormattableString.Invariant($"{number} {step.Step.Name}, {step.Step.Node.Id}: {what}");
        var rows = new List<IReadOnlyList<string>>();
        if (detail == PlanDetail.Reasons)
            rows.AddRange(Why(step).Select((reason, row) => (IReadOnlyList<string>)[row == 0 ? "why" : "", reason]));
        if (step.Promise is { } promise)
        {
            var width = promise.Outputs.Keys.Select(name => name.Length).DefaultIfEmpty().Max();
            rows.AddRange(promise.Outputs.Select((output, row) =>
                (IReadOnlyList<string>)[row == 0 ? "delivers" : "", $"{output.Key.PadRight(width)}  {PlanText.Items(output.Value)}"]));
            if (step.Decision == StepDecision.Run)
                rows.Add(["needs", PlanText.Needs(promise.Resources)]);
        }

        WriteTable(heading, rows);
    }

    private IEnumerable<string> Why(PlannedStep step) => step.Decision switch
    {
        StepDecision.Blocked => ["it, or something it needs, has errors"],
        StepDecision.Reuse => [.. step.Reasons, $"result in {PathText.Of(FolderOf(step))}"],
        _ => step.Reasons,
    };

    private string FolderOf(PlannedStep step) =>
        new JobStore(_options.RunsFolder).FolderOf(_plan.Workflow.Name, step.Step.Name, step.Key).Path;

    private void WriteExports()
    {
        if (_plan.Workflow.Exports.Count == 0)
            return;
        var rows = _plan.Workflow.Exports.Select(export =>
            (IReadOnlyList<string>)[export.Name, $"{export.From.Origin}.{export.From.Output}", PathText.Of(export.Path)]);
        WriteTable("outputs", [.. rows]);
    }

    private void WriteTotal()
    {
        if (_plan.Steps.All(step => step.Decision != StepDecision.Run))
            return;
        var needs = _plan.Resources;
        var time = TimeSpan.FromSeconds(needs.CpuSeconds / _options.ThreadCount);
        IReadOnlyList<IReadOnlyList<string>> rows =
        [
            ["memory", $"{Quantity.Bytes(needs.MemoryBytes)} of {Quantity.Bytes(_options.MemoryBytes)}"],
            .. ResourceCheck.DiskNeeds(_plan, _options).Select((need, i) => (IReadOnlyList<string>)
            [
                i == 0 ? "disk" : "scratch",
                $"{Quantity.Bytes(need.Bytes)} of {Quantity.Bytes(ResourceCheck.FreeBytes(need.Folder))} free",
            ]),
            ["time", $"{Quantity.Time(time)} with {Quantity.Counted(_options.ThreadCount, "thread")}"],
        ];
        WriteTable("all together", rows);
    }

    private void WriteTable(string heading, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        _console.Output.WriteLine();
        _console.Output.WriteLine(heading);
        TextTable.Write(_console.Output, rows, "  ", _console.WidthColumns);
    }
}
