using System.Text.Json.Serialization;

namespace Host.Abstractions.Parameters;

/// <summary>A parameter of a node, as data: enough to validate, document and edit it without the node's code.</summary>
public sealed record ParameterDescriptor
{
    /// <summary>Name in snake_case with the unit as its last word, `target_resolution_angstrom`.</summary>
    public required string Name { get; init; }

    /// <summary>What values it takes.</summary>
    public required ParameterKind Kind { get; init; }

    /// <summary>Unit of plain numbers: Å, px, %, or empty.</summary>
    public string Unit { get; init => field = value ?? ""; } = "";

    /// <summary>Default as written in a workflow; null when a value must be given.</summary>
    public string? Default { get; init; }

    /// <summary>Smallest value allowed, in <see cref="Unit"/>; null for no bound.</summary>
    public double? Minimum { get; init; }

    /// <summary>Largest value allowed, in <see cref="Unit"/>; null for no bound.</summary>
    public double? Maximum { get; init; }

    /// <summary>
    /// Words allowed: all values of a choice; for the other kinds words that may stand for a value, such as `auto`, `none` or `all`.
    /// </summary>
    public IReadOnlyList<string> Choices { get; init => field = value ?? []; } = [];

    /// <summary>Heading under which editors and documentation show it.</summary>
    public string Section { get; init => field = value ?? ""; } = "";

    /// <summary>Shown only on request.</summary>
    public bool Advanced { get; init; }

    /// <summary>False when it cannot change the result (and so is no part of the cache key).</summary>
    [JsonRequired]
    public bool AffectsResult { get; init; } = true;

    /// <summary>Condition under which it is used, in words of other parameters, such as `init_mode = pca`; empty for always.</summary>
    public string When { get; init => field = value ?? ""; } = "";

    /// <summary>Other names accepted, those of other programs included.</summary>
    public IReadOnlyList<string> Aliases { get; init => field = value ?? []; } = [];

    /// <summary>What it does and when to change it.</summary>
    public required string Help { get; init; }
}
