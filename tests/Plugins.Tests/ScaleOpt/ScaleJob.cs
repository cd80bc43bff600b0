using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.ScaleOpt;
using Testing.Jobs;

namespace Plugins.Tests.ScaleOpt;

/// <summary>Runs or plans a scale job on connected data.</summary>
internal sealed class ScaleJob
{
    private readonly Dictionary<string, DataItem> _inputs = [];
    private readonly Dictionary<string, string> _values = [];

    public ScaleJob(DataItem particles) => _inputs["particles"] = particles;

    public int ThreadCount { get; init; } = 2;

    /// <summary>Names of the pictures of the last run.</summary>
    public IReadOnlyList<string> Artifacts { get; private set; } = [];

    public ScaleJob Connect(string input, DataItem item)
    {
        _inputs[input] = item;
        return this;
    }

    public ScaleJob Set(string parameter, string value)
    {
        _values[parameter] = value;
        return this;
    }

    public ScaleResult Run(Action<TestJobContext, JobResult>? look = null)
    {
        using var context = Context();
        var job = new ScaleOptimiseNode().RunAsync(context, CancellationToken.None).GetAwaiter().GetResult();
        Artifacts = context.Artifacts.Names;
        look?.Invoke(context, job);
        return new ScaleResult(job);
    }

    public JobPlan Plan()
    {
        using var context = Context();
        return new ScaleOptimiseNode().PlanAsync(context, CancellationToken.None).AsTask().GetAwaiter().GetResult();
    }

    /// <summary>The one reason for which the job fails.</summary>
    public Diagnostic Failure()
    {
        using var context = Context();
        var run = () => new ScaleOptimiseNode().RunAsync(context, CancellationToken.None).GetAwaiter().GetResult();
        return run.Should().Throw<JobFailedException>().Which.Diagnostics.Should().ContainSingle().Subject;
    }

    private TestJobContext Context()
    {
        var context = new TestJobContext { Resources = new GrantedResources(ThreadCount, 2L << 30) };
        foreach (var (name, item) in _inputs)
            context.Connect(name, item);
        foreach (var (name, value) in _values)
            context.Set(name, value);
        return context;
    }
}
