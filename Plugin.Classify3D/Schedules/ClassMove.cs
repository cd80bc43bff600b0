namespace Plugin.Classify3D.Schedules;

/// <summary>Particles that were most likely in one class before an iteration and in another, or the same, after it.</summary>
/// <param name="From">Class before, 0-based.</param>
/// <param name="To">Class after, 0-based.</param>
/// <param name="ParticleCount">How many.</param>
public readonly record struct ClassMove(int From, int To, int ParticleCount)
{
    /// <summary>All moves between two sets of posteriors, by class before and after; none when there was nothing before.</summary>
    /// <param name="before">Posteriors [record, class] before; may be empty.</param>
    /// <param name="after">Posteriors [record, class] after.</param>
    /// <param name="classCount">K.</param>
    internal static ClassMove[] Between(float[] before, float[] after, int classCount)
    {
        if (before.Length == 0)
            return [];
        var counts = new SortedDictionary<(int From, int To), int>();
        for (var start = 0; start < after.Length; start += classCount)
        {
            var from = Expectation.ClassPosteriors.Largest(before.AsSpan(start, classCount));
            var to = Expectation.ClassPosteriors.Largest(after.AsSpan(start, classCount));
            counts[(from, to)] = counts.GetValueOrDefault((from, to)) + 1;
        }

        return [.. counts.Select(entry => new ClassMove(entry.Key.From, entry.Key.To, entry.Value))];
    }
}
