using Host.Abstractions.Planning;
using Host.Abstractions.Ports;

namespace Host.Abstractions.Running;

/// <summary>What a run delivered.</summary>
public sealed record JobResult
{
    /// <summary>Output name to items, as promised by the plan, with absolute paths inside the output folder.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<DataItem>> Outputs { get; init; }

    /// <summary>Tables for people, in the order to print them.</summary>
    public IReadOnlyList<SummaryTable> Summary { get; init; } = [];

    /// <summary>Warnings and notes from the run.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
}
