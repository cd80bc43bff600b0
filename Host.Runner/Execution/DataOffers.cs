using Host.Runner.Workflows;

namespace Host.Runner.Execution;

/// <summary>What the sources and steps of a workflow have to offer so far: promised, or delivered.</summary>
internal sealed class DataOffers
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, DataOffer>> _origins = new(StringComparer.Ordinal);
    private readonly HashSet<string> _blocked = new(StringComparer.Ordinal);

    /// <summary>Adds or replaces what a source or step offers.</summary>
    public void Add(string origin, IReadOnlyDictionary<string, DataOffer> outputs) => _origins[origin] = outputs;

    /// <summary>Marks an origin that has errors, so that what depends on it is passed over in silence.</summary>
    public void Block(string origin) => _blocked.Add(origin);

    /// <summary>Whether a reference, or a slot taken from elsewhere, depends on something that has errors.</summary>
    public bool DependsOnBlocked(DataReference reference) =>
        (_blocked.Contains(reference.Origin) && Find(reference) is null) || reference.SlotOverrides.Values.Any(DependsOnBlocked);

    /// <summary>What a reference means; null when its origin has no such output.</summary>
    public DataOffer? Find(DataReference reference) =>
        _origins.TryGetValue(reference.Origin, out var outputs) ? outputs.GetValueOrDefault(reference.Output) : null;

    /// <summary>Names of the outputs of an origin.</summary>
    public IEnumerable<string> OutputsOf(string origin) => _origins.TryGetValue(origin, out var outputs) ? outputs.Keys : [];
}
