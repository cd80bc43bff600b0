using Host.Abstractions.Ports;

namespace Host.Runner.Workflows.Checks;

/// <summary>A source or step, as what refers to it sees it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Whether it is a source or a step.</param>
/// <param name="Outputs">Its outputs; null when not known because of a problem already reported.</param>
internal sealed record DataOrigin(string Name, OriginKind Kind, IReadOnlyList<OutputDescriptor>? Outputs);
