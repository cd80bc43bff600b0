using Host.Abstractions.Parameters;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Microsoft.Extensions.Logging;

namespace Host.Runner.Execution;

/// <summary>What a node gets for one run.</summary>
internal sealed class JobContext : IJobContext
{
    /// <inheritdoc/>
    public required JobInputs Inputs { get; init; }

    /// <inheritdoc/>
    public required ParameterValues Parameters { get; init; }

    /// <inheritdoc/>
    public required string OutputFolder { get; init; }

    /// <inheritdoc/>
    public required string ScratchFolder { get; init; }

    /// <inheritdoc/>
    public required GrantedResources Resources { get; init; }

    /// <inheritdoc/>
    public required ulong Seed { get; init; }

    /// <inheritdoc/>
    public required IProgressReporter Progress { get; init; }

    /// <inheritdoc/>
    public required IArtifactSink Artifacts { get; init; }

    /// <inheritdoc/>
    public required ICheckpointStore Checkpoints { get; init; }

    /// <inheritdoc/>
    public required ILogger Logger { get; init; }

    /// <inheritdoc/>
    /// <remarks>This host has no optional services yet.</remarks>
    public TFeature? GetFeature<TFeature>()
        where TFeature : class => null;
}
