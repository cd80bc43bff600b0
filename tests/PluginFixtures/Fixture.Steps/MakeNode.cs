using Host.Abstractions.Nodes;
using Host.Abstractions.Parameters;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Microsoft.Extensions.Logging;

namespace Fixture.Steps;

/// <summary>Writes numbered rows.</summary>
public sealed class MakeNode : IJobNode
{
    public NodeDescriptor Descriptor => new()
    {
        Id = "fixture.make",
        Title = "Make",
        Summary = "Writes numbered rows.",
        Revision = 1,
        Inputs =
        [
            new InputDescriptor { Name = "mask", Type = DataTypes.Mask, Slots = ["mask"], MinimumConnectionCount = 0,
                Help = "Only looked at." },
        ],
        Outputs = [Tables.Output],
        Parameters = OptionsDescriber.Describe<MakeOptions>(),
        UsesSeed = true,
    };

    public ValueTask<JobPlan> PlanAsync(IPlanContext context, CancellationToken cancel) =>
        new(Tables.Promise(context.Parameters.Bind<MakeOptions>().Count));

    public Task<JobResult> RunAsync(IJobContext context, CancellationToken cancel)
    {
        var options = context.Parameters.Bind<MakeOptions>();
        if (context.Logger.IsEnabled(LogLevel.Information))
            context.Logger.LogInformation("comment is {Comment}", options.Comment);
        context.Artifacts.Add(new Artifact("rows", "Rows", "<svg/>"u8.ToArray(), "svg", "count\n3\n"));
        return Task.FromResult(
            Tables.Write(context, [.. Enumerable.Range(1, options.Count).Select(row => $"row {row} seed {context.Seed}")]));
    }
}
