using Host.Abstractions.Planning;
using Microsoft.Extensions.Logging;

namespace Host.Abstractions.Running;

/// <summary>Everything a node gets from its host for one run.</summary>
public interface IJobContext : IPlanContext
{
    /// <summary>Folder for results. Files here become visible to others only when the job has succeeded.</summary>
    string OutputFolder { get; }

    /// <summary>Folder for intermediate files; kept until the job succeeds, so a resumed job finds them again.</summary>
    string ScratchFolder { get; }

    /// <summary>Threads and memory to stay within.</summary>
    GrantedResources Resources { get; }

    /// <summary>All randomness of the job derives from this.</summary>
    ulong Seed { get; }

    /// <summary>Where to say how far the job is.</summary>
    IProgressReporter Progress { get; }

    /// <summary>Where pictures and numbers go.</summary>
    IArtifactSink Artifacts { get; }

    /// <summary>Where state is kept for resuming.</summary>
    ICheckpointStore Checkpoints { get; }

    /// <summary>Log of the job.</summary>
    ILogger Logger { get; }

    /// <summary>An optional service of the host, or null when it has none of the kind.</summary>
    /// <typeparam name="TFeature">Interface of the service.</typeparam>
    TFeature? GetFeature<TFeature>()
        where TFeature : class;
}
