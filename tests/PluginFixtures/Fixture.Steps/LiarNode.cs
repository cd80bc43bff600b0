using Host.Abstractions.Nodes;
using Host.Abstractions.Parameters;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;

namespace Fixture.Steps;

/// <summary>Promises one table and delivers something else.</summary>
public sealed class LiarNode : IJobNode
{
    public NodeDescriptor Descriptor => new()
    {
        Id = "fixture.liar",
        Title = "Liar",
        Summary = "Delivers something else than promised.",
        Revision = 1,
        Outputs = [Tables.Output],
        Parameters = OptionsDescriber.Describe<LiarOptions>(),
    };

    public ValueTask<JobPlan> PlanAsync(IPlanContext context, CancellationToken cancel) => new(Tables.Promise(2));

    public Task<JobResult> RunAsync(IJobContext context, CancellationToken cancel)
    {
        var honest = Tables.Write(context, ["one", "two"]);
        var item = honest.Outputs["table"][0];
        return Task.FromResult(context.Parameters.Bind<LiarOptions>().Lie switch
        {
            Lie.NoFile => Tables.Deliver(Tables.Item(Path.Combine(context.OutputFolder, "other.csv"), 2)),
            Lie.NoItem => Tables.Deliver(),
            Lie.WrongCount => Tables.Deliver(item with { Header = new DataHeader { Count = 1 } }),
            Lie.WrongType => Tables.Deliver(item with { Type = DataTypes.Mask }),
            Lie.OtherSlot => Tables.Deliver(item with { Slots = [item.Slots[0] with { Name = "rows" }] }),
            Lie.OutsideFolder => Tables.Deliver(Tables.Item(Path.Combine(context.OutputFolder, "..", "job.json"), 2)),
            Lie.UnknownOutput =>
                honest with { Outputs = new Dictionary<string, IReadOnlyList<DataItem>>(honest.Outputs) { ["more"] = [item] } },
            _ => honest,
        });
    }
}
