namespace SingleParticle.Particles;

/// <summary>Messages of which the first few of every kind are kept and the rest counted, so that no kind floods the others.</summary>
internal sealed class LimitedMessages
{
    /// <summary>How many messages of one kind are spelt out.</summary>
    public const int ShownPerKindCount = 5;

    private readonly Dictionary<string, List<string>> _shown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly List<string> _kinds = [];

    /// <summary>Whether there are no messages.</summary>
    public bool IsEmpty => _kinds.Count == 0;

    /// <summary>Adds a message.</summary>
    /// <param name="kind">A few words that name the kind, used in "and 12 more of this kind (kind)".</param>
    /// <param name="message">The message.</param>
    public void Add(string kind, string message)
    {
        if (!_shown.TryGetValue(kind, out var shown))
        {
            _shown.Add(kind, shown = []);
            _kinds.Add(kind);
        }

        _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
        if (shown.Count < ShownPerKindCount)
            shown.Add(message);
    }

    /// <summary>The messages, kind by kind in the order first met, with the count of those left out.</summary>
    public IReadOnlyList<string> ToList()
    {
        var messages = new List<string>();
        foreach (var kind in _kinds)
        {
            messages.AddRange(_shown[kind]);
            var hiddenCount = _counts[kind] - _shown[kind].Count;
            if (hiddenCount > 0)
                messages.Add(FormattableString.Invariant($"and {hiddenCount} more of this kind ({kind})"));
        }

        return messages;
    }
}
