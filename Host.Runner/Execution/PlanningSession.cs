using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Host.Runner.Workflows;

namespace Host.Runner.Execution;

/// <summary>A plan together with what is needed to go on and run it.</summary>
internal sealed class PlanningSession
{
    public PlanningSession(ResolvedWorkflow workflow, PluginLeases leases)
    {
        Workflow = workflow;
        Leases = leases;
        Connections = new StepConnections(workflow, Offers);
        Planner = new StepPlanner(workflow, leases, Connections);
        Particles = new SourceParticles(workflow, Connections);
    }

    public ResolvedWorkflow Workflow { get; }

    public PluginLeases Leases { get; }

    public DataOffers Offers { get; } = new();

    public StepConnections Connections { get; }

    public StepPlanner Planner { get; }

    public SourceParticles Particles { get; }

    /// <summary>Step name to the earlier result that is used.</summary>
    public Dictionary<string, JobResult> Reused { get; } = new(StringComparer.Ordinal);

    /// <summary>The plan; set when planning has ended.</summary>
    public WorkflowPlan Plan { get; set; } = null!;

    /// <summary>Lets later steps have what a step promises or has delivered.</summary>
    public void Offer(PlannedStep step, IReadOnlyDictionary<string, IReadOnlyList<DataItem>> outputs) => Offers.Add(
        step.Step.Name,
        outputs.ToDictionary(
            output => output.Key, output => new DataOffer(output.Value, $"{step.Key}/{output.Key}"), StringComparer.Ordinal));
}
