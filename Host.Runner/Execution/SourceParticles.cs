using Host.Abstractions.Planning;
using Host.Runner.Datasets;
using Host.Runner.Workflows;

namespace Host.Runner.Execution;

/// <summary>Checks, before anything runs, the particles that steps and outputs take from sources.</summary>
internal sealed class SourceParticles
{
    private readonly ParticleCheck _check = new();
    private readonly ResolvedWorkflow _workflow;
    private readonly StepConnections _connections;
    private readonly HashSet<string> _sources;

    public SourceParticles(ResolvedWorkflow workflow, StepConnections connections)
    {
        _workflow = workflow;
        _connections = connections;
        _sources = workflow.Sources.Select(source => source.Name).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whether all particles connected to a step can be used; what is wrong with them is reported.</summary>
    public bool AreUsable(ResolvedStep step, List<WorkflowDiagnostic> problems)
    {
        var areUsable = true;
        foreach (var (input, references) in step.Inputs)
        {
            foreach (var reference in references)
                areUsable &= AreUsable(reference, $"inputs.{input}", problems);
        }

        return areUsable;
    }

    /// <summary>Whether the particles of a reference can be used; what is wrong with them is reported.</summary>
    public bool AreUsable(DataReference reference, string target, List<WorkflowDiagnostic> problems)
    {
        // What steps make has been checked by them, and was not there before; what their inputs lack has been reported.
        if (!reference.SlotOverrides.Values.Append(reference).Any(origin => _sources.Contains(origin.Origin)))
            return true;
        var found = new List<Diagnostic>();
        var areUsable = _connections.Items(reference, target, []).All(item => _check.IsUsable(item, target, found));
        problems.AddRange(found.Select(it => new WorkflowDiagnostic(_workflow.FilePath, reference.Location, it)));
        return areUsable;
    }
}
