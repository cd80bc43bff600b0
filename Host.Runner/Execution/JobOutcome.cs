using Host.Abstractions.Planning;
using Host.Abstractions.Running;

namespace Host.Runner.Execution;

/// <summary>How a job ended.</summary>
/// <param name="State">Completed, failed or cancelled.</param>
/// <param name="Result">What it delivered; null unless completed.</param>
/// <param name="Reasons">Why it failed; empty unless it did.</param>
internal sealed record JobOutcome(JobState State, JobResult? Result, IReadOnlyList<Diagnostic> Reasons)
{
    public static JobOutcome Failed(params IReadOnlyList<Diagnostic> reasons) => new(JobState.Failed, null, reasons);
}
