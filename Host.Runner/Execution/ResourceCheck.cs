using Host.Abstractions.Planning;
using Host.Runner.Commands;
using Host.Runner.Workflows;

namespace Host.Runner.Execution;

/// <summary>Compares what a plan needs with what the machine has.</summary>
internal static class ResourceCheck
{
    /// <summary>Everything that does not suffice.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="options">Memory granted, and where the runs are kept.</param>
    public static IReadOnlyList<WorkflowDiagnostic> Check(WorkflowPlan plan, RunOptions options)
    {
        var problems = new List<WorkflowDiagnostic>();
        foreach (var step in plan.Steps.Where(
            step => step.Decision == StepDecision.Run && step.Promise!.Resources.MemoryBytes > options.MemoryBytes))
            problems.Add(Problem(plan, step.Step.Location, ExecutionCodes.NotEnoughMemory,
                $"{step.Step.Name} needs {Quantity.Bytes(step.Promise!.Resources.MemoryBytes)} of memory, "
                + $"{Quantity.Bytes(options.MemoryBytes)} may be used",
                "use a machine with more memory, or a smaller problem"));
        foreach (var (folder, option, needed) in DiskNeeds(plan, options))
        {
            var free = FreeBytes(folder);
            if (needed > free)
                problems.Add(Problem(plan, null, ExecutionCodes.NotEnoughDisk,
                    $"the steps need {Quantity.Bytes(needed)} of disk in {folder}, {Quantity.Bytes(free)} are free",
                    $"make room, or name another folder with {option}"));
        }

        return problems;
    }

    /// <summary>What is needed of each disk: results, and intermediate files of one step at a time.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="options">Where runs and intermediate files are kept.</param>
    public static IReadOnlyList<(string Folder, string Option, long Bytes)> DiskNeeds(WorkflowPlan plan, RunOptions options) =>
        options.ScratchFolder is { } scratch
            ? [(options.RunsFolder, "--runs", plan.Resources.OutputBytes), (scratch, "--scratch", plan.Resources.ScratchBytes)]
            : [(options.RunsFolder, "--runs", plan.Resources.OutputBytes + plan.Resources.ScratchBytes)];

    private static WorkflowDiagnostic Problem(WorkflowPlan plan, SourceLocation? location, string code, string message, string hint) =>
        new(plan.Workflow.FilePath, location, new Diagnostic(code, DiagnosticSeverity.Error, "", message, hint));

    /// <summary>Room on the disk of a folder, which need not exist yet.</summary>
    /// <param name="folder">The folder.</param>
    public static long FreeBytes(string folder)
    {
        var existing = Path.GetFullPath(folder);
        while (!Directory.Exists(existing))
            existing = Path.GetDirectoryName(existing)!;
        return new DriveInfo(existing).AvailableFreeSpace;
    }
}
