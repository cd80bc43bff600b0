using System.Text.Json.Serialization;

namespace Host.Abstractions.Ports;

/// <summary>An input group of a node.</summary>
public sealed record InputDescriptor
{
    /// <summary>Name in snake_case, as written in workflows.</summary>
    public required string Name { get; init; }

    /// <summary>Type of data accepted, see <see cref="DataTypes"/>.</summary>
    public required string Type { get; init; }

    /// <summary>Slots needed; a leading `?` marks a slot that is used when present.</summary>
    public IReadOnlyList<string> Slots { get; init => field = value ?? []; } = [];

    /// <summary>Fewest connections; 0 makes the input optional.</summary>
    [JsonRequired]
    public int MinimumConnectionCount { get; init; } = 1;

    /// <summary>Most connections.</summary>
    [JsonRequired]
    public int MaximumConnectionCount { get; init; } = 1;

    /// <summary>What the input is for, one sentence.</summary>
    public required string Help { get; init; }

    /// <summary>Slots without which the node cannot run.</summary>
    public IEnumerable<string> RequiredSlots() => Slots.Where(slot => !slot.StartsWith('?'));
}
