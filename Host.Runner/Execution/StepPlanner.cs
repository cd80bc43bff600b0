using Host.Abstractions.Parameters;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Runner.Loading;
using Host.Runner.Workflows;

namespace Host.Runner.Execution;

/// <summary>Plans one step from what its origins offer.</summary>
internal sealed class StepPlanner
{
    private readonly ResolvedWorkflow _workflow;
    private readonly PluginLeases _leases;
    private readonly StepConnections _connections;

    public StepPlanner(ResolvedWorkflow workflow, PluginLeases leases, StepConnections connections)
    {
        _workflow = workflow;
        _leases = leases;
        _connections = connections;
    }

    /// <summary>The values of a step's parameters as its node gets them.</summary>
    public static ParameterValues ParametersOf(ResolvedStep step) =>
        new(step.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal));

    /// <summary>Connects, checks and plans.</summary>
    /// <param name="step">The step.</param>
    /// <param name="problems">Gets everything found wrong or worth knowing.</param>
    /// <param name="cancel">Stops planning.</param>
    /// <returns>Inputs, promise and ingredients; the promise is null when there are errors.</returns>
    public async Task<(JobInputs Inputs, JobPlan? Promise, JobIngredients? Ingredients)> PlanAsync(
        ResolvedStep step, List<WorkflowDiagnostic> problems, CancellationToken cancel)
    {
        var found = new List<WorkflowDiagnostic>();
        var (inputs, records) = _connections.Connect(step, found);
        var lease = _leases.TryOf(step.PluginId, reason => found.Add(new WorkflowDiagnostic(
            _workflow.FilePath, step.Location, new Diagnostic(ExecutionCodes.PluginRefused, DiagnosticSeverity.Error, "", reason))));
        problems.AddRange(found);
        if (lease is null || found.Count > 0)
            return (inputs, null, null);
        var call = await NodeCaller.PlanAsync(lease, step.Node.Id, new PlanContext(inputs, ParametersOf(step)), cancel)
            .ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
        var reasons = call.Reasons.Concat(call.Value?.Diagnostics ?? []).ToList();
        problems.AddRange(reasons.Select(reason =>
            new WorkflowDiagnostic(_workflow.FilePath, StepLocation.Of(step, reason.Target), reason)));
        var canRun = call.Value is not null && reasons.TrueForAll(reason => reason.Severity != DiagnosticSeverity.Error);
        return (inputs, canRun ? call.Value : null, canRun ? IngredientsOf(step, lease.Plugin, records) : null);
    }

    private static JobIngredients IngredientsOf(ResolvedStep step, PluginHandle plugin, IReadOnlyList<JobInput> inputs)
    {
        var affecting = step.Node.Parameters.Where(parameter => parameter.AffectsResult).Select(parameter => parameter.Name)
            .ToHashSet(StringComparer.Ordinal);
        return new JobIngredients
        {
            Node = step.Node.Id,
            Revision = step.Node.Revision,
            PluginId = plugin.Manifest.Id,
            PluginVersion = plugin.Manifest.Version,
            Parameters = [.. step.Parameters.Select(it => new JobParameter(it.Name, it.Value, it.Origin, affecting.Contains(it.Name)))],
            Seed = step.Node.UsesSeed ? step.Seed : 0,
            Inputs = inputs,
        };
    }
}
