namespace Host.Runner.Workflows.Yaml;

/// <summary>A piece of a YAML document with its place; scalars stay text.</summary>
/// <param name="Location">Where it begins.</param>
internal abstract record YamlValue(SourceLocation Location)
{
    /// <summary>What it is, in words for messages.</summary>
    public abstract string Kind { get; }
}
