using Microsoft.Extensions.DependencyInjection;

namespace Host.Abstractions.Plugins;

/// <summary>The entry point of a plug-in assembly: a public class with a parameterless constructor, named in its manifest.</summary>
/// <remarks>A host makes one container per load of the plug-in and asks it for every <see cref="Nodes.IJobNode"/>.</remarks>
public interface INodePlugin
{
    /// <summary>Registers the plug-in's nodes and whatever they need.</summary>
    /// <param name="services">The plug-in's own container.</param>
    void ConfigureServices(IServiceCollection services);
}
