using SingleParticle.Projection;

namespace SingleParticle.Compute;

/// <summary>Where the comparison of a particle with the classes pauses to see which of them can still win.</summary>
public static class ShellStages
{
    // Most of what tells classes apart lies in the lowest shells, which have the fewest pixels.
    private static readonly double[] Parts = [1 / 32.0, 1 / 16.0, 1 / 8.0, 1 / 4.0, 3 / 8.0, 1 / 2.0, 5 / 8.0, 3 / 4.0, 1];

    /// <summary>Shells at which stages end: one past the last shell of each, ascending, the last being the number of shells.</summary>
    /// <param name="plan">Pixels and shells.</param>
    public static int[] EndsOf(SlicePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var ends = new List<int>();
        foreach (var part in Parts)
        {
            var end = 1;
            while (plan.ShellStarts[end] < part * plan.PixelCount)
                end++;
            if (ends.Count == 0 || end > ends[^1])
                ends.Add(end);
        }

        // Outer shells may be empty.
        ends[^1] = plan.ShellCount;
        return [.. ends];
    }
}
