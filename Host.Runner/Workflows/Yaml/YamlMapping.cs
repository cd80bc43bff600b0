namespace Host.Runner.Workflows.Yaml;

/// <summary>Keys with values, in the order written; no key twice.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Location">Where it begins.</param>
internal sealed record YamlMapping(IReadOnlyList<YamlEntry> Entries, SourceLocation Location) : YamlValue(Location)
{
    /// <inheritdoc/>
    public override string Kind => "a mapping";

    /// <summary>The entry of a key, or null.</summary>
    /// <param name="key">The key.</param>
    public YamlEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Name == key);
}
