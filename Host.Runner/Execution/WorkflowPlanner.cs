using Host.Abstractions.Planning;
using Host.Runner.Datasets;
using Host.Runner.Loading;
using Host.Runner.Workflows;

namespace Host.Runner.Execution;

/// <summary>Plans a workflow: reads its sources, asks every node, and says what would run and why. Writes nothing.</summary>
public sealed class WorkflowPlanner
{
    private readonly PluginHost _plugins;
    private readonly ISourceReader _sources;

    /// <summary>Makes a planner.</summary>
    /// <param name="plugins">The plug-ins that offer the nodes.</param>
    /// <param name="sources">Opens the sources.</param>
    public WorkflowPlanner(PluginHost plugins, ISourceReader sources)
    {
        _plugins = plugins;
        _sources = sources;
    }

    /// <summary>Plans every step and reports every problem of all of them; steps that depend on one with errors are passed over.</summary>
    /// <param name="workflow">The workflow.</param>
    /// <param name="runsFolder">Folder of all runs, where earlier results are looked for.</param>
    /// <param name="cancel">Stops planning.</param>
    public async Task<WorkflowPlan> PlanAsync(ResolvedWorkflow workflow, string runsFolder, CancellationToken cancel)
    {
        using var leases = new PluginLeases(_plugins);
        return (await PlanAsync(workflow, new JobStore(runsFolder), leases, cancel).ConfigureAwait(false)).Plan;
    }

    internal async Task<PlanningSession> PlanAsync(ResolvedWorkflow workflow, JobStore store, PluginLeases leases, CancellationToken cancel)
    {
        var problems = new List<WorkflowDiagnostic>();
        var session = new PlanningSession(workflow, leases);
        new SourceOffers(workflow, _sources).Read(session.Offers, problems, cancel);
        var steps = new List<PlannedStep>();
        foreach (var step in workflow.Steps)
        {
            var planned = await PlanAsync(step, session, store, problems, cancel).ConfigureAwait(false);
            steps.Add(planned);
            if (planned.Decision == StepDecision.Blocked)
                session.Offers.Block(step.Name);
            else
                session.Offer(planned, session.Reused.GetValueOrDefault(step.Name)?.Outputs ?? planned.Promise!.Outputs);
        }

        foreach (var export in workflow.Exports.Where(export => !session.Offers.DependsOnBlocked(export.From)))
        {
            session.Connections.Items(export.From, $"outputs.{export.Name}", problems);
            session.Particles.AreUsable(export.From, $"outputs.{export.Name}", problems);
        }

        session.Plan = new WorkflowPlan { Workflow = workflow, Steps = steps, Diagnostics = problems, Resources = Sum(steps) };
        return session;
    }

    private static async Task<PlannedStep> PlanAsync(
        ResolvedStep step, PlanningSession session, JobStore store, List<WorkflowDiagnostic> problems, CancellationToken cancel)
    {
        var blocked = new PlannedStep { Step = step, Decision = StepDecision.Blocked };
        if (step.Inputs.Values.SelectMany(references => references).Any(session.Offers.DependsOnBlocked))
            return blocked;
        var (_, promise, ingredients) = await session.Planner.PlanAsync(step, problems, cancel).ConfigureAwait(false);
        if (promise is null || ingredients is null)
        {
            session.Particles.AreUsable(step, problems);
            return blocked;
        }

        var key = StepKey.Of(ingredients);
        var planned = blocked with { Promise = promise, Ingredients = ingredients, Key = key };
        if (JobStore.ReadResult(store.FolderOf(session.Workflow.Name, step.Name, key), key) is { } result)
        {
            session.Reused.Add(step.Name, result);
            return planned with { Decision = StepDecision.Reuse, Reasons = ["nothing it depends on has changed"] };
        }

        if (!session.Particles.AreUsable(step, problems))
            return blocked;
        var latest = store.LatestRecord(session.Workflow.Name, step.Name);
        return planned with { Decision = StepDecision.Run, Reasons = RunReasons.Of(ingredients, key, latest) };
    }

    private static ResourceRequest Sum(List<PlannedStep> steps)
    {
        var requests = steps.Where(step => step.Decision == StepDecision.Run).Select(step => step.Promise!.Resources).ToList();
        return new ResourceRequest(
            requests.Select(request => request.MemoryBytes).DefaultIfEmpty().Max(),
            requests.Select(request => request.ScratchBytes).DefaultIfEmpty().Max(),
            requests.Sum(request => request.OutputBytes),
            requests.Sum(request => request.CpuSeconds));
    }
}
