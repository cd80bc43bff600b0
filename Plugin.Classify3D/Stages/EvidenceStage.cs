using Host.Abstractions.Running;
using Plugin.Classify3D.Evidence;
using Plugin.Classify3D.Outputs;
using Plugin.Classify3D.Schedules;

namespace Plugin.Classify3D.Stages;

/// <summary>What the data say about the classes, once EM has ended.</summary>
internal static class EvidenceStage
{
    /// <summary>Gathers the evidence of a job.</summary>
    public static ClassEvidence Gather(
        IJobContext context, ClassificationProblem problem, ClassificationState state, Classification result, CancellationToken cancel)
    {
        var roundCount = problem.Options.EvidenceRounds;
        using var stage = context.Progress.Begin("evidence", (double)roundCount * problem.UsableRecords.Length);
        var heldOut = HeldOutRounds.Run(problem, state, result, roundCount, count => stage.Advance(count), cancel);
        return ClassEvidence.Gather(problem, result, heldOut, cancel);
    }
}
