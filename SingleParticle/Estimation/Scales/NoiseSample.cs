namespace SingleParticle.Estimation.Scales;

/// <summary>A few particles of every noise group, enough for a first noise spectrum.</summary>
internal static class NoiseSample
{
    private const int MostPerGroup = 500;

    /// <summary>Records, evenly spread over each group, in ascending order.</summary>
    /// <param name="noiseGroups">Noise group of every record.</param>
    public static IEnumerable<int> Of(int[] noiseGroups)
    {
        var sizes = noiseGroups.GroupBy(group => group).ToDictionary(group => group.Key, group => group.Count());
        var seen = new Dictionary<int, int>();
        for (var record = 0; record < noiseGroups.Length; record++)
        {
            var group = noiseGroups[record];
            var index = seen[group] = seen.GetValueOrDefault(group, -1) + 1;
            var step = ((sizes[group] - 1) / MostPerGroup) + 1;
            if (index % step == 0)
                yield return record;
        }
    }
}
