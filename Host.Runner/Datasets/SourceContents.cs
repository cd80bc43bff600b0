using Host.Abstractions.Planning;
using Host.Abstractions.Ports;

namespace Host.Runner.Datasets;

/// <summary>What a source holds: its outputs as data items, and what is wrong with it.</summary>
/// <param name="Outputs">Output name (particles, volume, mask) to items.</param>
/// <param name="Diagnostics">Everything found wrong or worth knowing.</param>
public sealed record SourceContents(IReadOnlyDictionary<string, DataItem> Outputs, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>
    /// Image stacks that the outputs point at, absolute paths. A step that uses the source runs again when one of them changes.
    /// </summary>
    public IReadOnlyList<string> ImageFiles { get; init; } = [];
}
