using Host.Abstractions.Nodes;
using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;

namespace Fixture.Steps;

/// <summary>Needs particles with poses and offers particles without: there is nothing it can be connected with.</summary>
public sealed class PickNode : IJobNode
{
    public NodeDescriptor Descriptor => new()
    {
        Id = "fixture.pick",
        Title = "Pick",
        Summary = "Needs particles with poses, offers particles without.",
        Revision = 1,
        Inputs =
        [
            new InputDescriptor
            {
                Name = "particles",
                Type = DataTypes.Particles,
                Slots = ["blob", "alignments3D"],
                MinimumConnectionCount = 0,
                Help = "Not used.",
            },
        ],
        Outputs = [new OutputDescriptor { Name = "particles", Type = DataTypes.Particles, Slots = ["blob"], Help = "Never made." }],
    };

    public ValueTask<JobPlan> PlanAsync(IPlanContext context, CancellationToken cancel) => new(Tables.Promise(null));

    public Task<JobResult> RunAsync(IJobContext context, CancellationToken cancel) =>
        throw new NotSupportedException("only to be connected wrongly");
}
