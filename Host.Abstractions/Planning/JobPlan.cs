using Host.Abstractions.Ports;

namespace Host.Abstractions.Planning;

/// <summary>What a node promises to do with given inputs and parameters.</summary>
public sealed record JobPlan
{
    /// <summary>
    /// Output name to the items promised: type, slots and header; paths empty. Optional outputs may be promised as an empty list.
    /// </summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<DataItem>> Outputs { get; init; }

    /// <summary>Everything found wrong or worth knowing; the job may run only when none is an error.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>What the run will need.</summary>
    public required ResourceRequest Resources { get; init; }
}
