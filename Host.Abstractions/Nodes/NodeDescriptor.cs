using Host.Abstractions.Parameters;
using Host.Abstractions.Ports;

namespace Host.Abstractions.Nodes;

/// <summary>A node described as data: validation, documentation and editors need no code of it.</summary>
public sealed record NodeDescriptor
{
    /// <summary>Name used in workflows, `mask.solvent`.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required string Title { get; init; }

    /// <summary>What it does, in one or two sentences.</summary>
    public required string Summary { get; init; }

    /// <summary>Raised whenever results may differ; part of the key under which results are reused.</summary>
    public required int Revision { get; init; }

    /// <summary>Input groups.</summary>
    public IReadOnlyList<InputDescriptor> Inputs { get; init => field = value ?? []; } = [];

    /// <summary>Output groups.</summary>
    public IReadOnlyList<OutputDescriptor> Outputs { get; init => field = value ?? []; } = [];

    /// <summary>Parameters, in the order to show them.</summary>
    public IReadOnlyList<ParameterDescriptor> Parameters { get; init => field = value ?? []; } = [];

    /// <summary>
    /// Whether the result depends on a seed, given as the step's `seed` parameter and handed over as <c>IJobContext.Seed</c>.
    /// </summary>
    public bool UsesSeed { get; init; }

    /// <summary>Publications the method rests on: author, year, DOI.</summary>
    public IReadOnlyList<string> References { get; init => field = value ?? []; } = [];
}
