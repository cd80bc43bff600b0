using Host.Abstractions.Ports;

namespace Host.Runner.Workflows.Checks;

/// <summary>A reference together with what is known of the data it refers to.</summary>
/// <param name="Reference">The reference.</param>
/// <param name="Output">The output referred to; null when not known because of a problem already reported.</param>
internal sealed record ConnectedData(DataReference Reference, OutputDescriptor? Output);
