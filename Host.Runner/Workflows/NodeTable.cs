using System.Diagnostics.CodeAnalysis;

namespace Host.Runner.Workflows;

/// <summary>The nodes that workflows can use: those of all installed plug-ins.</summary>
public sealed class NodeTable
{
    private readonly SortedDictionary<string, NodeOffer> _offers = new(StringComparer.Ordinal);

    /// <summary>Makes a table.</summary>
    /// <param name="offers">The nodes; ids are unique.</param>
    /// <exception cref="ArgumentException">Two nodes have one id.</exception>
    public NodeTable(IEnumerable<NodeOffer> offers)
    {
        foreach (var offer in offers)
            _offers.Add(offer.Node.Id, offer);
    }

    /// <summary>All nodes by id.</summary>
    public IReadOnlyCollection<NodeOffer> Offers => _offers.Values;

    /// <summary>All node ids, sorted.</summary>
    public IEnumerable<string> Ids => _offers.Keys;

    /// <summary>Finds a node.</summary>
    /// <param name="id">Its id, `mask.solvent`.</param>
    /// <param name="offer">The node and its plug-in.</param>
    public bool TryGet(string id, [NotNullWhen(true)] out NodeOffer? offer) => _offers.TryGetValue(id, out offer);
}
