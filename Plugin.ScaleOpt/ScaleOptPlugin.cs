using Host.Abstractions.Plugins;
using Microsoft.Extensions.DependencyInjection;

namespace Plugin.ScaleOpt;

/// <summary>Entry point of the plug-in: optimal per-particle scale, and selection of particles by it.</summary>
public sealed class ScaleOptPlugin : INodePlugin
{
    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services) => services
        .AddJobNode<ScaleOptimiseNode>()
        .AddJobNode<SelectStatisticNode>();
}
