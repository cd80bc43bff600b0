using SingleParticle.Optics;

namespace SingleParticle.Particles.Star;

/// <summary>Optics of RELION 3.1 and later: rows refer by number to the groups of data_optics.</summary>
internal sealed class StarBlockOptics : IStarOptics
{
    private readonly Dictionary<long, OpticsGroup> _defined;
    private readonly Dictionary<long, int> _indices = [];
    private readonly List<OpticsGroup> _groups = [];
    private readonly int _numberColumn;
    private readonly string _known;

    /// <summary>Reads data_optics.</summary>
    /// <param name="layout">Blocks of the file, with optics.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public StarBlockOptics(StarParticleLayout layout, ProblemList problems)
    {
        _defined = new StarOpticsRows(layout, problems).Read();
        _known = string.Join(", ", _defined.Keys.Order());
        _numberColumn = new StarColumns(layout.File, layout.ParticleBlock, layout.Particles, problems)
            .Required("optics group", "RELION 3.1 and later write it beside data_optics", StarLabel.OpticsGroup)[0];
    }

    /// <inheritdoc/>
    public IReadOnlyList<OpticsGroup> Groups => _groups;

    /// <inheritdoc/>
    public int IndexOf(StarValues values)
    {
        var number = values.Whole(_numberColumn, absent: -1);
        if (_indices.TryGetValue(number, out var index))
            return index;
        if (!_defined.TryGetValue(number, out var group))
        {
            if (_numberColumn >= 0)
                values.Refuse(_numberColumn, $"an optics group that data_optics defines ({_known}); add the group to data_optics");
            return -1;
        }

        _groups.Add(group);
        return _indices[number] = _groups.Count - 1;
    }
}
