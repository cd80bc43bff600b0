using Host.Runner.Workflows.Yaml;

namespace Host.Runner.Workflows.Checks;

/// <summary>Reads a mapping whose keys are fixed; reports other keys, missing ones and values of the wrong shape.</summary>
internal sealed class MappingReader
{
    private readonly YamlMapping _mapping;
    private readonly WorkflowProblems _problems;

    private MappingReader(YamlMapping mapping, WorkflowProblems problems)
    {
        _mapping = mapping;
        _problems = problems;
    }

    /// <summary>Opens a mapping and checks its keys.</summary>
    /// <param name="value">What should be the mapping.</param>
    /// <param name="what">What it is, for messages: "a step".</param>
    /// <param name="keys">All keys it may have; those it must have end in `!`.</param>
    /// <param name="missingAt">Where to report missing keys.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>A reader; null when the value is no mapping.</returns>
    public static MappingReader? Open(
        YamlValue value, string what, IReadOnlyList<string> keys, SourceLocation missingAt, WorkflowProblems problems)
    {
        var names = keys.Select(key => key.TrimEnd('!')).ToList();
        if (value is not YamlMapping mapping)
        {
            problems.Add(
                WorkflowCodes.WrongShape,
                value.Location,
                $"{what} must be a mapping, found {value.Kind}",
                $"keys: {string.Join(", ", names)}");
            return null;
        }

        foreach (var entry in mapping.Entries.Where(entry => !names.Contains(entry.Name, StringComparer.Ordinal)))
            problems.Add(
                WorkflowCodes.UnknownKey,
                entry.Key.Location,
                $"'{entry.Name}' is not a key of {what}",
                Nearest.Hint(entry.Name, names, "keys"));
        foreach (var key in keys.Where(key => key.EndsWith('!') && mapping.Find(key[..^1]) is null))
            problems.Add(WorkflowCodes.MissingKey, missingAt, $"{what} needs the key '{key[..^1]}'");
        return new MappingReader(mapping, problems);
    }

    /// <summary>The entry of a key, or null.</summary>
    /// <param name="key">The key.</param>
    public YamlEntry? Find(string key) => _mapping.Find(key);

    /// <summary>The single value of a key; null when absent or of another shape.</summary>
    /// <param name="key">The key.</param>
    public YamlScalar? Scalar(string key)
    {
        if (Find(key) is not { } entry)
            return null;
        if (entry.Value is YamlScalar { IsNothing: false } scalar)
            return scalar;
        _problems.Add(WorkflowCodes.WrongShape, entry.Value.Location, $"'{key}' must be a single value, found {entry.Value.Kind}");
        return null;
    }

    /// <summary>The entries of the mapping under a key; none when absent, empty or of another shape.</summary>
    /// <param name="key">The key.</param>
    public IReadOnlyList<YamlEntry> Entries(string key)
    {
        switch (Find(key)?.Value)
        {
            case null or YamlScalar { IsNothing: true }:
                return [];
            case YamlMapping mapping:
                return mapping.Entries;
            case var other:
                _problems.Add(WorkflowCodes.WrongShape, other.Location, $"'{key}' must be a mapping of names, found {other.Kind}");
                return [];
        }
    }

    /// <summary>As <see cref="Entries"/>, without those whose key cannot be a name.</summary>
    /// <param name="key">The key.</param>
    public IReadOnlyList<YamlEntry> NamedEntries(string key)
    {
        var entries = Entries(key);
        foreach (var entry in entries.Where(entry => !Names.IsName(entry.Name)))
            _problems.Add(WorkflowCodes.BadName, entry.Key.Location, $"'{entry.Name}' cannot be a name", Names.Rule);
        return [.. entries.Where(entry => Names.IsName(entry.Name))];
    }
}
