using Host.Abstractions.Planning;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using SingleParticle.Estimation;
using SingleParticle.Estimation.Scales;
using SingleParticle.Nodes.Inputs;
using SingleParticle.Particles;
using SingleParticle.Volumes;

namespace Plugin.ScaleOpt.Stages;

/// <summary>A given map, with the maps that each half of the particles is compared with.</summary>
internal sealed class GivenMaps
{
    private readonly IJobContext _context;
    private readonly DataItem _item;
    private readonly EstimationData _data;
    private readonly List<Diagnostic> _diagnostics;

    /// <summary>Prepares for an input.</summary>
    public GivenMaps(IJobContext context, DataItem item, EstimationData data, List<Diagnostic> diagnostics) =>
        (_context, _item, _data, _diagnostics) = (context, item, data, diagnostics);

    /// <summary>Reads the maps.</summary>
    /// <param name="folds">1 to compare with the whole map even where there are half maps.</param>
    public (Volume Whole, IReadOnlyList<Volume> Compared, Func<int, int> MapOf, ReferenceKind Kind) Read(int folds)
    {
        var whole = WorkingMaps.ReadMap(_context, "volume", _item, _data);
        if (folds == 1 || !_item.Has("map_half_A") || !_item.Has("map_half_B"))
            return (whole, [whole], _ => 0, ReferenceKind.Shared);
        if (Array.Exists(_data.Set.Particles, particle => particle.HalfSet == HalfSet.None))
        {
            _diagnostics.Add(
                new Diagnostic(
                    "HALF_SETS_UNKNOWN",
                    DiagnosticSeverity.Note,
                    "inputs.particles",
                    "the map has half maps, but the particles do not tell their half-set",
                    "scales are fitted to the whole map, in which particles may find a little of their own noise"));
            return (whole, [whole], _ => 0, ReferenceKind.Shared);
        }

        // A particle of half A is compared with the map of half B, in which it had no share.
        Volume[] halves = [Half("map_half_B"), Half("map_half_A")];
        return (whole, halves, record => _data.Set.Particles[_data.Rows[record]].HalfSet == HalfSet.A ? 0 : 1, ReferenceKind.HeldOut);
    }

    private Volume Half(string slot) =>
        WorkingMaps.ReadMap(_context, "volume", _item with { Slots = [new DataSlot("map", _item.PathOf(slot))] }, _data);
}
