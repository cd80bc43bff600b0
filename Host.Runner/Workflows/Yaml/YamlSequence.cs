namespace Host.Runner.Workflows.Yaml;

/// <summary>A list of values.</summary>
/// <param name="Items">The items.</param>
/// <param name="Location">Where it begins.</param>
internal sealed record YamlSequence(IReadOnlyList<YamlValue> Items, SourceLocation Location) : YamlValue(Location)
{
    /// <inheritdoc/>
    public override string Kind => "a list";
}
