namespace Host.Abstractions.Ports;

/// <summary>The data connected to the inputs of one job.</summary>
public sealed class JobInputs
{
    private readonly IReadOnlyDictionary<string, IReadOnlyList<DataItem>> _items;

    /// <summary>Wraps the connected items.</summary>
    /// <param name="items">Input name to items, in connection order; inputs left open may be missing.</param>
    public JobInputs(IReadOnlyDictionary<string, IReadOnlyList<DataItem>> items) => _items = items;

    /// <summary>Names of the inputs that have data.</summary>
    public IEnumerable<string> Names => _items.Keys;

    /// <summary>All items of an input; none when it is not connected.</summary>
    /// <param name="input">Input name.</param>
    public IReadOnlyList<DataItem> All(string input) => _items.TryGetValue(input, out var items) ? items : [];

    /// <summary>The one item of an optional input, or null when it is not connected.</summary>
    /// <param name="input">Input name.</param>
    public DataItem? Optional(string input) => All(input) is [var first, ..] ? first : null;

    /// <summary>The one item of a required input.</summary>
    /// <param name="input">Input name.</param>
    /// <exception cref="KeyNotFoundException">Nothing is connected; a host checks this before it plans or runs a node.</exception>
    public DataItem Required(string input) =>
        Optional(input) ?? throw new KeyNotFoundException($"nothing is connected to input '{input}'");
}
