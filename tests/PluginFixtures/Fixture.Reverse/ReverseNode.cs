using Fixture.Library;
using Host.Abstractions.Nodes;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;

namespace Fixture.Reverse;

/// <summary>Says which build of itself and of its library is at work.</summary>
public sealed class ReverseNode : IJobNode
{
    private static readonly IReadOnlyList<string> Columns = ["plug-in", "library"];

    public NodeDescriptor Descriptor => new()
    {
        Id = "fixture.reverse",
        Title = "Reverse",
        Summary = "Says which build is at work.",
        Revision = 1,
    };

    public ValueTask<JobPlan> PlanAsync(IPlanContext context, CancellationToken cancel) =>
        new(new JobPlan { Outputs = new Dictionary<string, IReadOnlyList<DataItem>>(), Resources = new ResourceRequest(0, 0, 0, 0) });

    public async Task<JobResult> RunAsync(IJobContext context, CancellationToken cancel)
    {
        await Task.Yield();
        using var stage = context.Progress.Begin("saying");
        return new JobResult
        {
            Outputs = new Dictionary<string, IReadOnlyList<DataItem>>(),
            Summary = [new SummaryTable("at work", Columns, [[$"{typeof(ReverseNode).Assembly.GetName().Version!.Major}", Motto.Text]])],
        };
    }
}
