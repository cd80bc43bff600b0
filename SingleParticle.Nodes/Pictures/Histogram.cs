namespace SingleParticle.Nodes.Pictures;

/// <summary>Counts values in equal bins, for charts.</summary>
public static class Histogram
{
    /// <summary>A series of bin centres and counts.</summary>
    /// <param name="name">Name for the legend; may be empty.</param>
    /// <param name="values">Values; what is not finite is left out.</param>
    /// <param name="low">Lower edge of the first bin.</param>
    /// <param name="high">Upper edge of the last bin; values beyond either edge count in the outermost bins.</param>
    /// <param name="binCount">Number of bins.</param>
    public static ChartSeries Of(string name, IEnumerable<float> values, double low, double high, int binCount)
    {
        if (!(high > low))
            (low, high) = (low - 0.5, low + 0.5);
        var counts = new double[binCount];
        foreach (var value in values.Where(float.IsFinite))
            counts[(int)Math.Clamp((value - low) / (high - low) * binCount, 0, binCount - 1)]++;
        var centres = Enumerable.Range(0, binCount).Select(bin => low + ((bin + 0.5) * (high - low) / binCount));
        return new ChartSeries(name, [.. centres], counts);
    }
}
