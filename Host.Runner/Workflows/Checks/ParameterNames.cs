using Host.Abstractions.Parameters;

namespace Host.Runner.Workflows.Checks;

/// <summary>The names under which the parameters of a node may be given.</summary>
internal sealed class ParameterNames
{
    private static readonly string[] UnitWords =
        ["angstrom", "pixels", "px", "percent", "degrees", "radians", "kv", "mm", "seconds", "minutes", "hours", "gib", "mib"];

    private readonly Dictionary<string, ParameterDescriptor> _byName = new(StringComparer.Ordinal);

    /// <summary>Gathers names: the canonical ones, the aliases, and canonical names without their unit where that is unambiguous.</summary>
    /// <param name="parameters">Parameters of the node.</param>
    public ParameterNames(IReadOnlyList<ParameterDescriptor> parameters)
    {
        foreach (var parameter in parameters)
            _byName.TryAdd(parameter.Name, parameter);
        foreach (var parameter in parameters)
            foreach (var alias in parameter.Aliases)
                _byName.TryAdd(alias, parameter);
        foreach (var group in parameters.GroupBy(parameter => WithoutUnit(parameter.Name)).Where(group => group.Count() == 1))
            _byName.TryAdd(group.Key, group.First());
        Shown = [.. parameters.Select(parameter => WithoutUnit(parameter.Name)).Where(_byName.ContainsKey)];
    }

    /// <summary>The short name of each parameter, for people.</summary>
    public IReadOnlyList<string> Shown { get; }

    /// <summary>Every name accepted.</summary>
    public IEnumerable<string> All => _byName.Keys;

    /// <summary>The parameter of a name, or null.</summary>
    /// <param name="name">The name as given.</param>
    public ParameterDescriptor? Find(string name) => _byName.GetValueOrDefault(name);

    private static string WithoutUnit(string name)
    {
        var end = name.LastIndexOf('_');
        return end > 0 && UnitWords.Contains(name[(end + 1)..]) ? name[..end] : name;
    }
}
