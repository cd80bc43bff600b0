using Host.Abstractions.Plugins;
using Microsoft.Extensions.DependencyInjection;

namespace Plugin.Phantom;

/// <summary>Entry point of the plug-in: particles simulated with known truth.</summary>
public sealed class PhantomPlugin : INodePlugin
{
    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services) => services.AddJobNode<SimulateNode>().AddJobNode<CompareNode>();
}
