using Host.Abstractions.Plugins;
using Microsoft.Extensions.DependencyInjection;

namespace Plugin.Classify3D;

/// <summary>Entry point of the plug-in: 3D classification without alignment.</summary>
public sealed class Classify3DPlugin : INodePlugin
{
    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services) => services
        .AddJobNode<Classify3DNode>()
        .AddJobNode<SelectClassesNode>()
        .AddJobNode<RegroupClassesNode>();
}
