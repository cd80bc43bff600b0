namespace Host.Abstractions.Ports;

/// <summary>An output group of a node.</summary>
public sealed record OutputDescriptor
{
    /// <summary>Name in snake_case, as written in workflows.</summary>
    public required string Name { get; init; }

    /// <summary>Type of data produced, see <see cref="DataTypes"/>.</summary>
    public required string Type { get; init; }

    /// <summary>Slots that the node itself writes.</summary>
    public IReadOnlyList<string> Slots { get; init => field = value ?? []; } = [];

    /// <summary>Name of the input whose other slots and unknown columns are passed through unchanged; empty for none.</summary>
    public string PassthroughFrom { get; init => field = value ?? ""; } = "";

    /// <summary>How many items.</summary>
    public OutputRepeat Repeat { get; init; } = OutputRepeat.Single;

    /// <summary>What the output is, one sentence.</summary>
    public required string Help { get; init; }
}
