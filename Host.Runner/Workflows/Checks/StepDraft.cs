using Host.Runner.Workflows.Yaml;

namespace Host.Runner.Workflows.Checks;

/// <summary>A step while it is being checked.</summary>
/// <param name="Entry">Its entry under `steps`.</param>
/// <param name="Body">Its keys; null when it is no mapping.</param>
/// <param name="Offer">Its node; null when unknown.</param>
internal sealed record StepDraft(YamlEntry Entry, MappingReader? Body, NodeOffer? Offer)
{
    /// <summary>Name of the step.</summary>
    public string Name => Entry.Name;

    /// <summary>Where it is written.</summary>
    public SourceLocation Location => Entry.Key.Location;

    /// <summary>What is connected, as far as it could be resolved: input name to references.</summary>
    public Dictionary<string, IReadOnlyList<DataReference>> Inputs { get; } = new(StringComparer.Ordinal);
}
