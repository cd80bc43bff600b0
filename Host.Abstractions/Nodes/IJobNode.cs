using Host.Abstractions.Planning;
using Host.Abstractions.Running;

namespace Host.Abstractions.Nodes;

/// <summary>One kind of job: describes itself, plans from headers, and runs.</summary>
/// <remarks>
/// A node is created anew for every plan and every run from its plug-in's container and keeps no state between them. It uses only
/// base-library types and types of this assembly in its public face, so that it can be unloaded.
/// </remarks>
public interface IJobNode
{
    /// <summary>The node as data. The same value every time.</summary>
    NodeDescriptor Descriptor { get; }

    /// <summary>
    /// Says what a run would deliver and need, and everything that stands in its way. Writes nothing, takes seconds at most.
    /// </summary>
    /// <param name="context">Parameters and input headers.</param>
    /// <param name="cancel">Stops planning.</param>
    ValueTask<JobPlan> PlanAsync(IPlanContext context, CancellationToken cancel);

    /// <summary>Does the work and delivers what the plan promised.</summary>
    /// <param name="context">Inputs, parameters and services for this run.</param>
    /// <param name="cancel">Asks the node to stop soon, leaving a checkpoint where it keeps any.</param>
    /// <exception cref="JobFailedException">The work cannot be done; lists every reason.</exception>
    /// <exception cref="OperationCanceledException">Stopped on request.</exception>
    Task<JobResult> RunAsync(IJobContext context, CancellationToken cancel);
}
