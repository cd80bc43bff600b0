using Host.Abstractions.Nodes;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;

namespace Fixture.Steps;

/// <summary>Puts tables after one another.</summary>
public sealed class JoinNode : IJobNode
{
    public NodeDescriptor Descriptor => new()
    {
        Id = "fixture.join",
        Title = "Join",
        Summary = "Puts tables after one another.",
        Revision = 1,
        Inputs =
        [
            new InputDescriptor { Name = "tables", Type = DataTypes.Table, Slots = ["table"], MaximumConnectionCount = 3,
                Help = "What to join." },
        ],
        Outputs = [Tables.Output],
    };

    public ValueTask<JobPlan> PlanAsync(IPlanContext context, CancellationToken cancel) =>
        new(Tables.Promise(context.Inputs.All("tables").Sum(item => item.Header.Count)));

    public Task<JobResult> RunAsync(IJobContext context, CancellationToken cancel) =>
        Task.FromResult(
            Tables.Write(context, [.. context.Inputs.All("tables").SelectMany(item => File.ReadAllLines(item.PathOf("table")))]));
}
