using Host.Abstractions.Planning;
using Host.Abstractions.Running;
using Host.Runner.Datasets;
using Host.Runner.Loading;
using Host.Runner.Workflows;

namespace Host.Runner.Execution;

/// <summary>Plans and runs workflows, using earlier results where nothing they depend on has changed.</summary>
public sealed class WorkflowExecutor
{
    private readonly PluginHost _plugins;
    private readonly WorkflowPlanner _planner;
    private readonly IExporter _exporter;
    private readonly TimeProvider _clock;

    /// <summary>Makes an executor.</summary>
    /// <param name="plugins">The plug-ins that offer the nodes.</param>
    /// <param name="sources">Opens the sources.</param>
    /// <param name="exporter">Delivers the outputs.</param>
    /// <param name="clock">Tells the time for records and logs.</param>
    public WorkflowExecutor(PluginHost plugins, ISourceReader sources, IExporter exporter, TimeProvider clock)
    {
        _plugins = plugins;
        _planner = new WorkflowPlanner(plugins, sources);
        _exporter = exporter;
        _clock = clock;
    }

    /// <summary>Runs a workflow: plans it, runs step after step, delivers its outputs.</summary>
    /// <param name="workflow">The workflow.</param>
    /// <param name="options">Where, and with how much of the machine.</param>
    /// <param name="observer">Is told what happens.</param>
    /// <param name="cancel">Asks the running step to stop; what it has done so far is kept for the next run.</param>
    /// <exception cref="OperationCanceledException">Stopped before anything was run.</exception>
    public async Task<RunOutcome> RunAsync(ResolvedWorkflow workflow, RunOptions options, IRunObserver observer, CancellationToken cancel)
    {
        var store = new JobStore(options.RunsFolder, options.ScratchFolder);
        using var leases = new PluginLeases(_plugins);
        var session = await _planner.PlanAsync(workflow, store, leases, cancel).ConfigureAwait(false);
        observer.Planned(session.Plan);
        var run = new Run(session, observer, new JobRunner(store, options, observer, _clock));
        if (!session.Plan.CanRun)
            return run.Ended(run.Problems.Exists(IsRefusal) ? RunState.PluginRefused : RunState.Invalid);
        run.Problems.AddRange(ResourceCheck.Check(session.Plan, options));
        if (run.HasErrors)
            return run.Ended(RunState.NotEnoughResources);
        foreach (var step in session.Plan.Steps)
        {
            if (await StepAsync(run, step, cancel).ConfigureAwait(false) is { } ending)
                return run.Ended(ending);
        }

        return Deliver(run, cancel);
    }

    private async Task<RunState?> StepAsync(Run run, PlannedStep step, CancellationToken cancel)
    {
        if (run.Session.Reused.TryGetValue(step.Step.Name, out var earlier))
        {
            run.Keep(step, earlier);
            run.Observer.StepReused(step, earlier);
            return null;
        }

        if (cancel.IsCancellationRequested)
            return RunState.Cancelled;
        var began = _clock.GetTimestamp();
        var outcome = await RunStepAsync(run, step, cancel).ConfigureAwait(false);
        switch (outcome.State)
        {
            case JobState.Completed:
                run.Keep(step, outcome.Result!);
                run.Observer.StepFinished(step, outcome.Result!, _clock.GetElapsedTime(began));
                return null;
            case JobState.Cancelled:
                run.Observer.StepCancelled(step);
                return RunState.Cancelled;
            default:
                run.Observer.StepFailed(step, outcome.Reasons);
                return RunState.Failed;
        }
    }

    private static async Task<JobOutcome> RunStepAsync(Run run, PlannedStep step, CancellationToken cancel)
    {
        try
        {
            // Planned once more, now that the inputs are there: what was not known before the run is checked, and the promise is sharper.
            var found = new List<WorkflowDiagnostic>();
            var (inputs, promise, _) = await run.Session.Planner.PlanAsync(step.Step, found, cancel).ConfigureAwait(false);
            var outcome = promise is null
                ? JobOutcome.Failed([.. found.Select(item => item.Diagnostic)])
                : await run.Jobs.RunAsync(
                    run.Session.Workflow.Name,
                    step with { Promise = promise },
                    inputs,
                    run.Session.Leases.Of(step.Step.PluginId),
                    cancel).ConfigureAwait(false);
            run.Report(step, outcome.Reasons);
            return outcome;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return new JobOutcome(JobState.Cancelled, null, []);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            var message = $"the folder of the run cannot be used: {failure.Message}";
            var reason = new Diagnostic(ExecutionCodes.RunFolder, DiagnosticSeverity.Error, "", message);
            run.Report(step, [reason]);
            return JobOutcome.Failed(reason);
        }
    }

    private RunOutcome Deliver(Run run, CancellationToken cancel)
    {
        try
        {
            run.ExportedPaths = new ExportRunner(_exporter, run.Observer).Export(run.Session, run.Problems, cancel);
            return run.Ended(run.HasErrors ? RunState.Failed : RunState.Completed);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return run.Ended(RunState.Cancelled);
        }
    }

    private static bool IsRefusal(WorkflowDiagnostic item) => item.Diagnostic.Code == ExecutionCodes.PluginRefused;

    private sealed class Run(PlanningSession session, IRunObserver observer, JobRunner jobs)
    {
        private readonly Dictionary<string, JobResult> _results = new(StringComparer.Ordinal);

        public PlanningSession Session => session;

        public IRunObserver Observer => observer;

        public JobRunner Jobs => jobs;

        public List<WorkflowDiagnostic> Problems { get; } = [.. session.Plan.Diagnostics];

        public bool HasErrors => Problems.Exists(item => item.Diagnostic.Severity == DiagnosticSeverity.Error);

        public IReadOnlyList<string> ExportedPaths { get; set; } = [];

        public void Keep(PlannedStep step, JobResult result)
        {
            _results.Add(step.Step.Name, result);
            session.Offer(step, result.Outputs);
            Report(step, result.Diagnostics);
        }

        public void Report(PlannedStep step, IEnumerable<Diagnostic> items) =>
            Problems.AddRange(items.Select(item =>
                new WorkflowDiagnostic(session.Workflow.FilePath, StepLocation.Of(step.Step, item.Target), item)));

        public RunOutcome Ended(RunState state) =>
            new() { State = state, Plan = session.Plan, Diagnostics = Problems, Results = _results, ExportedPaths = ExportedPaths };
    }
}
