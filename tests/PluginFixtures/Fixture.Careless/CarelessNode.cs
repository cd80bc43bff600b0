using Host.Abstractions.Nodes;
using Host.Abstractions.Parameters;
using Host.Abstractions.Planning;
using Host.Abstractions.Running;

namespace Fixture.Careless;

public sealed class CarelessNode : IJobNode
{
    public NodeDescriptor Descriptor => new()
    {
        Id = "fixture.careless",
        Title = "Careless",
        Summary = "Describes itself badly.",
        Revision = 1,
        Parameters =
        [
            new ParameterDescriptor { Name = "count", Kind = ParameterKind.Integer, Default = "7", Maximum = 5, Help = "A number." },
            new ParameterDescriptor { Name = "silent", Kind = ParameterKind.Boolean, Default = "true", Help = "" },
        ],
    };

    public ValueTask<JobPlan> PlanAsync(IPlanContext context, CancellationToken cancel) => throw new NotSupportedException();

    public Task<JobResult> RunAsync(IJobContext context, CancellationToken cancel) => throw new NotSupportedException();
}
