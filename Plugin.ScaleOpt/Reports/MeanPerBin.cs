namespace Plugin.ScaleOpt.Reports;

/// <summary>Means of values that fall into bins.</summary>
/// <param name="binCount">Number of bins.</param>
internal sealed class MeanPerBin(int binCount)
{
    private readonly double[] _sums = new double[binCount];
    private readonly int[] _counts = new int[binCount];

    /// <summary>Mean of every bin; NaN where nothing fell.</summary>
    public double[] Values => [.. _sums.Zip(_counts, (sum, count) => count > 0 ? sum / count : double.NaN)];

    /// <summary>Adds a value.</summary>
    /// <param name="bin">Bin; what lies beyond the last counts there.</param>
    /// <param name="value">Value.</param>
    public void Add(int bin, double value)
    {
        bin = Math.Min(bin, _sums.Length - 1);
        _sums[bin] += value;
        _counts[bin]++;
    }
}
