using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Host.Runner.Loading;

namespace Host.Runner.Execution;

/// <summary>Runs one job in its folder: record, log, results put in place when they are whole and as promised.</summary>
internal sealed class JobRunner
{
    private readonly JobStore _store;
    private readonly RunOptions _options;
    private readonly IRunObserver _observer;
    private readonly TimeProvider _clock;

    public JobRunner(JobStore store, RunOptions options, IRunObserver observer, TimeProvider clock)
    {
        _store = store;
        _options = options;
        _observer = observer;
        _clock = clock;
    }

    /// <summary>Runs a job, or takes the result that another process has just put there.</summary>
    /// <param name="workflow">Name of the workflow.</param>
    /// <param name="step">The step as planned; its promise is checked against what is delivered.</param>
    /// <param name="inputs">Connected data.</param>
    /// <param name="lease">The build that runs.</param>
    /// <param name="cancel">Asks the node to stop.</param>
    public async Task<JobOutcome> RunAsync(string workflow, PlannedStep step, JobInputs inputs, PluginLease lease, CancellationToken cancel)
    {
        var folder = _store.FolderOf(workflow, step.Step.Name, step.Key);
        using var jobLock = JobLock.TryTake(folder, out var holder);
        if (jobLock is null)
            return JobOutcome.Failed(new Diagnostic(
                ExecutionCodes.JobLocked, DiagnosticSeverity.Error, "", $"{holder} is running this job in {folder.Path}",
                "wait for it, or stop it"));
        if (JobStore.ReadResult(folder, step.Key) is { } existing)
            return new JobOutcome(JobState.Completed, existing, []);
        folder.Prepare();
        var record = RecordOf(workflow, step, lease.Plugin);
        JobStore.WriteRecord(folder, record);
        using var log = new EventLog(folder.EventsPath, _clock, (level, message) => _observer.StepMessage(step, level, message));
        var made = record.Ingredients;
        log.Write("start", $"{made.Node} of {made.PluginId} {made.PluginVersion}: {string.Join("; ", record.Reasons)}");
        _observer.StepStarted(step, folder.Path);
        var call = await NodeCaller.RunAsync(lease, step.Step.Node.Id, ContextOf(step, inputs, folder, log), cancel).ConfigureAwait(false);
        var outcome = Settle(step, folder, call);
        Close(folder, record, outcome, call.Trace, log);
        return outcome;
    }

    private static JobOutcome Settle(PlannedStep step, JobFolder folder, NodeCall<JobResult> call)
    {
        if (call.Value is { } result)
        {
            var broken = DeliveryCheck.Check(step.Step.Node, step.Promise!, result, folder.PartialOutputs);
            if (broken.Count == 0)
            {
                folder.PublishOutputs();
                return new JobOutcome(JobState.Completed, JobStore.WriteResult(folder, result), []);
            }

            folder.DiscardOutputs();
            return JobOutcome.Failed(broken);
        }

        folder.DiscardOutputs();
        return call.Ending == NodeCallEnding.Cancelled ? new JobOutcome(JobState.Cancelled, null, []) : JobOutcome.Failed(call.Reasons);
    }

    private void Close(JobFolder folder, JobRecord record, JobOutcome outcome, string trace, EventLog log)
    {
        if (outcome.State == JobState.Completed)
            folder.RemoveIntermediates();
        if (trace.Length > 0)
            log.Write("trace", trace);
        foreach (var reason in outcome.Reasons)
            log.Write("error", reason.ToString());
        log.Write("done", outcome.State.ToString().ToLowerInvariant());
        JobStore.WriteRecord(folder, record with
        {
            State = outcome.State,
            Finished = _clock.GetUtcNow(),
            Errors = [.. outcome.Reasons.Select(reason => reason.ToString())],
        });
    }

    private JobContext ContextOf(PlannedStep step, JobInputs inputs, JobFolder folder, EventLog log) => new()
    {
        Inputs = inputs,
        Parameters = StepPlanner.ParametersOf(step.Step),
        OutputFolder = folder.PartialOutputs,
        ScratchFolder = folder.Scratch,
        Resources = new GrantedResources(_options.ThreadCount, _options.MemoryBytes),
        Seed = step.Ingredients!.Seed,
        Progress = new JobProgress(log, _clock, step, _observer),
        Artifacts = new ArtifactFolder(folder.Artifacts),
        Checkpoints = new CheckpointFolder(folder.Checkpoints),
        Logger = log,
    };

    private JobRecord RecordOf(string workflow, PlannedStep step, PluginHandle plugin) => new()
    {
        Workflow = workflow,
        Step = step.Step.Name,
        Key = step.Key,
        Ingredients = step.Ingredients!,
        PluginContentHash = plugin.ContentHash,
        Reasons = step.Reasons,
        Machine = MachineSummary.OfThisMachine(),
        ThreadCount = _options.ThreadCount,
        State = JobState.Running,
        Started = _clock.GetUtcNow(),
        Finished = null,
        Errors = [],
    };
}
