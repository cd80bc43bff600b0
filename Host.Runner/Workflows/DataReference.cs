namespace Host.Runner.Workflows;

/// <summary>A reference to an output of a source or step: `refine.particles`.</summary>
/// <param name="Origin">Name of the source or step.</param>
/// <param name="Output">Name of its output.</param>
/// <param name="Location">Where it is written.</param>
public sealed record DataReference(string Origin, string Output, SourceLocation Location)
{
    /// <summary>Slots taken from elsewhere: slot name to the reference whose slot of the same name replaces it, joined on uid.</summary>
    public IReadOnlyDictionary<string, DataReference> SlotOverrides { get; init; } = new Dictionary<string, DataReference>();
}
