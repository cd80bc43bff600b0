using Host.Runner.Datasets;
using Host.Runner.Loading;

namespace Host.Runner.Commands;

/// <summary>What the commands need of the world to plan and run workflows.</summary>
/// <param name="Sources">Opens the sources.</param>
/// <param name="Exporter">Delivers the outputs.</param>
/// <param name="Clock">Tells the time.</param>
public sealed record WorkflowServices(ISourceReader Sources, IExporter Exporter, TimeProvider Clock)
{
    /// <summary>Opens plug-in folders. A process that runs many command lines gives all of them the same plug-ins.</summary>
    public Func<IReadOnlyList<string>, PluginCache, PluginHost> OpenPlugins { get; init; } = PluginHost.Open;
}
