using Host.Abstractions.Parameters;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Microsoft.Extensions.Logging;

namespace Testing.Jobs;

/// <summary>A host for one job in a test: folders removed at the end, everything the job says recorded. Serves planning too.</summary>
/// <remarks>
/// Values are in the canonical spelling (`6 Å`), by parameter name. For a resumed job hand the first context's
/// <see cref="Checkpoints"/> to the second.
/// </remarks>
public sealed class TestJobContext : IJobContext, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, IReadOnlyList<DataItem>> _inputs = [];
    private readonly Dictionary<string, string> _values = [];
    private readonly Dictionary<Type, object> _features = [];

    /// <summary>A job with nothing connected and everything at its default.</summary>
    public TestJobContext()
    {
        Inputs = new JobInputs(_inputs);
        Parameters = new ParameterValues(_values);
        OutputFolder = Directory.CreateDirectory(_folder.File("outputs")).FullName;
        ScratchFolder = Directory.CreateDirectory(_folder.File("scratch")).FullName;
    }

    /// <inheritdoc/>
    public JobInputs Inputs { get; }

    /// <inheritdoc/>
    public ParameterValues Parameters { get; }

    /// <inheritdoc/>
    public string OutputFolder { get; }

    /// <inheritdoc/>
    public string ScratchFolder { get; }

    /// <inheritdoc/>
    public GrantedResources Resources { get; init; } = new(ThreadCount: 2, MemoryBytes: 2L << 30);

    /// <inheritdoc/>
    public ulong Seed { get; init; }

    /// <summary>Where the job says how far it is.</summary>
    public RecordedProgress Progress { get; } = new();

    /// <summary>Pictures and numbers that the job delivered.</summary>
    public RecordedArtifacts Artifacts { get; } = new();

    /// <summary>State kept for resuming.</summary>
    public MemoryCheckpoints Checkpoints { get; init; } = new();

    /// <summary>Where state is kept instead, for jobs whose state is too large for memory.</summary>
    public ICheckpointStore? CheckpointStore { get; init; }

    /// <summary>What the job logged.</summary>
    public RecordedLog Log { get; } = new();

    /// <inheritdoc/>
    public ILogger Logger => Log;

    IProgressReporter IJobContext.Progress => Progress;

    IArtifactSink IJobContext.Artifacts => Artifacts;

    ICheckpointStore IJobContext.Checkpoints => CheckpointStore ?? Checkpoints;

    /// <summary>Connects data.</summary>
    /// <param name="input">Input name.</param>
    /// <param name="items">Items, in connection order.</param>
    /// <returns>This context.</returns>
    public TestJobContext Connect(string input, params DataItem[] items)
    {
        _inputs[input] = items;
        return this;
    }

    /// <summary>Gives a parameter a value.</summary>
    /// <param name="parameter">Parameter name.</param>
    /// <param name="value">Canonical spelling.</param>
    /// <returns>This context.</returns>
    public TestJobContext Set(string parameter, string value)
    {
        _values[parameter] = value;
        return this;
    }

    /// <summary>Offers an optional service of the host.</summary>
    /// <typeparam name="TFeature">Interface of the service.</typeparam>
    /// <param name="feature">The service.</param>
    /// <returns>This context.</returns>
    public TestJobContext Offer<TFeature>(TFeature feature)
        where TFeature : class
    {
        _features[typeof(TFeature)] = feature;
        return this;
    }

    /// <summary>Full path of something in the job's own temporary folder, beside outputs and scratch: a place for input files.</summary>
    /// <param name="relativePath">Path below the folder.</param>
    public string File(string relativePath) => _folder.File(relativePath);

    /// <inheritdoc/>
    public TFeature? GetFeature<TFeature>()
        where TFeature : class => _features.TryGetValue(typeof(TFeature), out var feature) ? (TFeature)feature : null;

    /// <summary>Removes the folders with everything in them.</summary>
    public void Dispose() => _folder.Dispose();
}
