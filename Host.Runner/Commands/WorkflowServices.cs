using Host.Runner.Datasets;

namespace Host.Runner.Commands;

/// <summary>What the commands need of the world to plan and run workflows.</summary>
/// <param name="Sources">Opens the sources.</param>
/// <param name="Exporter">Delivers the outputs.</param>
/// <param name="Clock">Tells the time.</param>
public sealed record WorkflowServices(ISourceReader Sources, IExporter Exporter, TimeProvider Clock);
