using Host.Abstractions.Running;

namespace Plugin.Classify3D.Schedules;

/// <summary>
/// The whole course of EM: online, then full-batch, with checkpoints on the way. Section 6 of docs/method/3-classification.md.
/// </summary>
internal sealed class Schedule
{
    private readonly ClassificationProblem _problem;
    private readonly IJobContext _context;
    private readonly Action<ClassificationState> _afterIteration;
    private readonly CheckpointPace _pace = new(TimeProvider.System);

    /// <summary>Prepares the schedule of a job.</summary>
    /// <param name="problem">What stays fixed.</param>
    /// <param name="context">The job.</param>
    /// <param name="afterIteration">Called with the state after every iteration.</param>
    public Schedule(ClassificationProblem problem, IJobContext context, Action<ClassificationState> afterIteration)
    {
        _problem = problem;
        _context = context;
        _afterIteration = afterIteration;
    }

    /// <summary>Iterates from a state, new or resumed, to the end.</summary>
    /// <param name="state">Maps to start from; holds the result on return.</param>
    /// <param name="cancel">Stops the work; the last checkpoint stays valid.</param>
    public StopReason Run(ClassificationState state, CancellationToken cancel)
    {
        if (state.Records.Count == 0)
            _pace.WriteWhenDue(() => Keep(state));
        var batches = new OnlineBatches(_problem, _context.Seed);
        new OnlineEm(_problem, batches, _context.Progress, KeepWhenDue).Run(state, cancel);
        return new FullBatchEm(_problem, _context.Progress, KeepWhenDue).Run(state, cancel);
    }

    private void KeepWhenDue(ClassificationState state)
    {
        _afterIteration(state);
        _pace.WriteWhenDue(() => Keep(state));
    }

    private void Keep(ClassificationState state) =>
        _context.Checkpoints.Write(StateCheckpoint.Name, stream => StateCheckpoint.Write(state, stream));
}
