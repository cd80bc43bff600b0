namespace SingleParticle.Particles;

/// <summary>Gathers everything wrong with a particle source, so that all of it is reported at once and no kind of problem floods the rest.</summary>
public sealed class ProblemList
{
    /// <summary>How many problems of one kind are spelt out; the rest are counted.</summary>
    public const int ShownPerKindCount = 5;

    private readonly Dictionary<string, List<string>> _byKind = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly List<string> _kinds = [];
    private readonly List<string> _warnings = [];

    /// <summary>Whether nothing stands in the way of using the source.</summary>
    public bool IsEmpty => _kinds.Count == 0;

    /// <summary>What was noticed and handled.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Adds a problem.</summary>
    /// <param name="kind">A few words that name the kind, used in "and 12 more of this kind (kind)".</param>
    /// <param name="problem">File, location, found, expected, what to do.</param>
    public void Add(string kind, string problem)
    {
        ArgumentNullException.ThrowIfNull(kind);
        if (!_byKind.TryGetValue(kind, out var shown))
        {
            _byKind.Add(kind, shown = []);
            _kinds.Add(kind);
        }

        _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
        if (shown.Count < ShownPerKindCount)
            shown.Add(problem);
    }

    /// <summary>Adds something that was noticed and handled; the same words are kept once.</summary>
    /// <param name="warning">File, what was found, how it is handled.</param>
    public void Warn(string warning)
    {
        if (!_warnings.Contains(warning, StringComparer.Ordinal))
            _warnings.Add(warning);
    }

    /// <summary>All problems, kind by kind in the order first met.</summary>
    public IReadOnlyList<string> ToProblems()
    {
        var problems = new List<string>();
        foreach (var kind in _kinds)
        {
            problems.AddRange(_byKind[kind]);
            var hiddenCount = _counts[kind] - _byKind[kind].Count;
            if (hiddenCount > 0)
                problems.Add(FormattableString.Invariant($"and {hiddenCount} more of this kind ({kind})"));
        }

        return problems;
    }
}
