using Host.Abstractions.Plugins;
using Microsoft.Extensions.DependencyInjection;

namespace Fixture.Echo;

public sealed class EchoPlugin : INodePlugin
{
    public void ConfigureServices(IServiceCollection services) => services.AddJobNode<EchoNode>();
}
