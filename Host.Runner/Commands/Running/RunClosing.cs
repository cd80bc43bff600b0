using Host.Runner.Execution;

namespace Host.Runner.Commands.Running;

/// <summary>The end of the story of a run: where the results are, and one closing statement.</summary>
internal static class RunClosing
{
    /// <summary>Writes where the results and exported files are.</summary>
    /// <param name="outcome">What came of the run.</param>
    /// <param name="narrator">Knows what was exported.</param>
    /// <param name="runsFolder">Folder of all runs.</param>
    /// <param name="display">Where to write.</param>
    public static void WritePlaces(RunOutcome outcome, RunNarrator narrator, string runsFolder, IRunDisplay display)
    {
        var store = new JobStore(runsFolder);
        var workflow = outcome.Plan.Workflow.Name;
        var results = outcome.Plan.Steps.Where(step => outcome.Results.ContainsKey(step.Step.Name)).Select(step =>
            (IReadOnlyList<string>)[step.Step.Name, PathText.Of(store.FolderOf(workflow, step.Step.Name, step.Key).Path)]);
        WriteList("results", [.. results], display);
        var exports = narrator.Exports.SelectMany(export =>
            PathText.Of(export.Paths).Select((path, row) => (IReadOnlyList<string>)[row == 0 ? export.Export.Name : "", path]));
        WriteList("exported", [.. exports], display);
    }

    /// <summary>How the run ended, in one line.</summary>
    /// <param name="outcome">What came of the run.</param>
    /// <param name="report">What was found wrong or worth knowing.</param>
    /// <param name="elapsed">How long it took.</param>
    public static string Statement(RunOutcome outcome, DiagnosticReport report, TimeSpan elapsed)
    {
        var time = Quantity.Time(elapsed);
        var at = BrokenOff(outcome)?.Step.Name;
        return outcome.State switch
        {
            RunState.Completed => $"done in {time}: {Steps(outcome)}{(report.Counts.Length > 0 ? $", {report.Counts}" : "")}",
            RunState.Failed when at is not null => $"failed after {time} in step {at}: {report.Counts}; {Kept(outcome)}",
            RunState.Failed => $"failed after {time}: {report.Counts}; all steps have their results, but not all outputs were written",
            RunState.Cancelled when at is not null => $"stopped after {time} in step {at}; the same command goes on from there",
            RunState.Cancelled => $"stopped after {time}; the same command writes the outputs that are missing",
            RunState.PluginRefused => "not run: a plug-in was refused; nothing was written",
            RunState.NotEnoughResources => "not run: not enough memory or disk; nothing was written",
            _ => $"not run: {report.Counts}; nothing was written",
        };
    }

    /// <summary>Log of the step that failed; null when there is none.</summary>
    /// <param name="outcome">What came of the run.</param>
    /// <param name="runsFolder">Folder of all runs.</param>
    public static string? LogOfFailure(RunOutcome outcome, string runsFolder)
    {
        if (outcome.State != RunState.Failed || BrokenOff(outcome) is not { } step)
            return null;
        var log = new JobStore(runsFolder).FolderOf(outcome.Plan.Workflow.Name, step.Step.Name, step.Key).EventsPath;
        return File.Exists(log) ? log : null;
    }

    /// <summary>Whether the statement is good news.</summary>
    /// <param name="outcome">What came of the run.</param>
    public static Tone ToneOf(RunOutcome outcome) => outcome.State == RunState.Completed ? Tone.Good : Tone.Bad;

    private static PlannedStep? BrokenOff(RunOutcome outcome) =>
        outcome.Plan.Steps.FirstOrDefault(step => !outcome.Results.ContainsKey(step.Step.Name));

    private static string Steps(RunOutcome outcome)
    {
        var reused = outcome.Plan.Steps.Count(step => step.Decision == StepDecision.Reuse);
        var run = outcome.Plan.Steps.Count - reused;
        return (run, reused) switch
        {
            (_, 0) => $"{Quantity.Counted(run, "step")} run",
            (0, _) => $"{Quantity.Counted(reused, "step")} reused, nothing had changed",
            _ => $"{Quantity.Counted(run, "step")} run, {Quantity.Count(reused)} reused",
        };
    }

    private static string Kept(RunOutcome outcome) => outcome.Results.Count switch
    {
        0 => "no step has a result yet",
        var count => $"the results of {Quantity.Counted(count, "step")} are kept and reused by the next run",
    };

    private static void WriteList(string heading, IReadOnlyList<IReadOnlyList<string>> rows, IRunDisplay display)
    {
        if (rows.Count == 0)
            return;
        display.Write($"\n{heading}");
        foreach (var line in TextTable.Lines(rows, "  ", null))
            display.Write(line);
    }
}
