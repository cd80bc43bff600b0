using Host.Abstractions.Parameters;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Host.Runner.Tests.Loading;

/// <summary>A job context that keeps nothing and can hold a job where it begins its first stage.</summary>
internal sealed class StillContext : IJobContext, IProgressReporter, IProgressStage
{
    public ManualResetEventSlim Begun { get; } = new();

    public ManualResetEventSlim MayGoOn { get; } = new(initialState: true);

    public JobInputs Inputs { get; } = new(new Dictionary<string, IReadOnlyList<DataItem>>());

    public ParameterValues Parameters => ParameterValues.Empty;

    public string OutputFolder => "";

    public string ScratchFolder => "";

    public GrantedResources Resources { get; } = new(1, 0);

    public ulong Seed => 0;

    public IProgressReporter Progress => this;

    public IArtifactSink Artifacts => throw new NotSupportedException();

    public ICheckpointStore Checkpoints => throw new NotSupportedException();

    public ILogger Logger => NullLogger.Instance;

    public TFeature? GetFeature<TFeature>()
        where TFeature : class => null;

    public IProgressStage Begin(string title, double total = 0)
    {
        Begun.Set();
        MayGoOn.Wait(TimeSpan.FromMinutes(1));
        return this;
    }

    public void Metric(string series, double step, double value)
    {
    }

    public void Advance(double amount = 1)
    {
    }

    public void Dispose()
    {
    }
}
