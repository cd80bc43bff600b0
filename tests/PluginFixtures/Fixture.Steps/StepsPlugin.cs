using Host.Abstractions.Plugins;
using Microsoft.Extensions.DependencyInjection;

namespace Fixture.Steps;

public sealed class StepsPlugin : INodePlugin
{
    public void ConfigureServices(IServiceCollection services) =>
        services.AddJobNode<MakeNode>().AddJobNode<JoinNode>().AddJobNode<SlowNode>()
            .AddJobNode<LiarNode>().AddJobNode<FaultyNode>().AddJobNode<PickNode>();
}
