namespace SingleParticle.Statistics;

/// <summary>Agreement of two partitions of the same particles, corrected for chance.</summary>
/// <remarks>
/// 1 for identical partitions whatever the labels are called, 0 on average for independent ones. Hubert &amp; Arabie 1985, DOI
/// 10.1007/BF01908075.
/// </remarks>
public static class AdjustedRandIndex
{
    /// <summary>The index.</summary>
    /// <param name="first">Label of each particle in one partition, 0-based.</param>
    /// <param name="second">Label of each particle in the other partition, 0-based.</param>
    /// <exception cref="ArgumentException">The partitions are not of the same particles.</exception>
    public static double Of(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        if (first.Length != second.Length)
            throw new ArgumentException($"one partition has {first.Length} particles, the other {second.Length}");
        if (first.Length < 2)
            return 1;
        var counts = Contingency(first, second);
        double together = 0, firstPairs = 0, secondPairs = 0;
        foreach (var count in counts)
            together += Pairs(count);
        for (var row = 0; row < counts.GetLength(0); row++)
            firstPairs += Pairs(Enumerable.Range(0, counts.GetLength(1)).Sum(column => counts[row, column]));
        for (var column = 0; column < counts.GetLength(1); column++)
            secondPairs += Pairs(Enumerable.Range(0, counts.GetLength(0)).Sum(row => counts[row, column]));
        var expected = firstPairs * secondPairs / Pairs(first.Length);
        var greatest = (firstPairs + secondPairs) / 2;
        return greatest == expected ? 1 : (together - expected) / (greatest - expected);
    }

    /// <summary>How many particles have each pair of labels, [first, second].</summary>
    /// <param name="first">Labels, 0-based.</param>
    /// <param name="second">Labels, 0-based.</param>
    public static long[,] Contingency(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        var counts = new long[Largest(first) + 1, Largest(second) + 1];
        for (var i = 0; i < first.Length; i++)
            counts[first[i], second[i]]++;
        return counts;
    }

    private static int Largest(ReadOnlySpan<int> labels)
    {
        var largest = 0;
        foreach (var label in labels)
            largest = Math.Max(largest, label);
        return largest;
    }

    private static double Pairs(double count) => count * (count - 1) / 2;
}
