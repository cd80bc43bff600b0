using Host.Abstractions.Plugins;
using Microsoft.Extensions.DependencyInjection;

namespace Fixture.Careless;

/// <summary>Registers one node twice; the node has a parameter without help and one whose default it refuses itself.</summary>
public sealed class CarelessPlugin : INodePlugin
{
    public void ConfigureServices(IServiceCollection services) => services.AddJobNode<CarelessNode>().AddJobNode<CarelessNode>();
}
