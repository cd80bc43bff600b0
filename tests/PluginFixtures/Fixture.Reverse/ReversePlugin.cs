using Host.Abstractions.Plugins;
using Microsoft.Extensions.DependencyInjection;

namespace Fixture.Reverse;

public sealed class ReversePlugin : INodePlugin
{
    public void ConfigureServices(IServiceCollection services) => services.AddJobNode<ReverseNode>();
}
