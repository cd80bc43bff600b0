using Plugin.Classify3D.Schedules;

namespace Plugin.Classify3D.Expectation;

/// <summary>Counts particles by their most likely class before and after an iteration.</summary>
internal sealed class ClassMoveCounter
{
    private readonly SortedDictionary<(int From, int To), int> _counts = [];
    private int _newCount;
    private int _switchedCount;

    /// <summary>All moves so far, by class before and after; particles that had no class before are in none.</summary>
    public ClassMove[] Moves => [.. _counts.Select(entry => new ClassMove(entry.Key.From, entry.Key.To, entry.Value))];

    /// <summary>Particles whose class is another than before, %; those that had none count among them.</summary>
    public double SwitchedPercent => 100.0 * (_switchedCount + _newCount) / Math.Max(1, _newCount + _counts.Values.Sum());

    /// <summary>Counts one particle.</summary>
    /// <param name="from">Class before, 0-based; -1 for none.</param>
    /// <param name="to">Class after, 0-based.</param>
    public void Count(int from, int to)
    {
        if (from < 0)
        {
            _newCount++;
            return;
        }

        _counts[(from, to)] = _counts.GetValueOrDefault((from, to)) + 1;
        _switchedCount += from == to ? 0 : 1;
    }
}
