namespace SingleParticle.Formats.Mrc;

/// <summary>Minimum, maximum, mean and deviation of densities that arrive in sections.</summary>
/// <remarks>
/// Each section is summed around its own first value, then joined to the rest by the update of Chan, Golub and LeVeque
/// (1983), Am. Stat. 37, 242, doi:10.1080/00031305.1983.10483115: no cancellation, and the same bits for the same sections in
/// the same order.
/// </remarks>
internal sealed class MrcRunningStatistics
{
    private long _count;
    private double _mean;
    private double _squaredDeviation;
    private float _minimum = float.PositiveInfinity;
    private float _maximum = float.NegativeInfinity;

    public void Add(ReadOnlySpan<float> values)
    {
        if (values.IsEmpty)
            return;
        double pivot = values[0];
        var sum = 0.0;
        var squares = 0.0;
        foreach (var value in values)
        {
            var difference = value - pivot;
            sum += difference;
            squares += difference * difference;
            _minimum = Math.Min(_minimum, value);
            _maximum = Math.Max(_maximum, value);
        }

        Join(values.Length, pivot + sum / values.Length, Math.Max(0, squares - sum * sum / values.Length));
    }

    public MrcStatistics ToStatistics() =>
        new(_minimum, _maximum, (float)_mean, (float)Math.Sqrt(_squaredDeviation / _count));

    private void Join(long count, double mean, double squaredDeviation)
    {
        var total = _count + count;
        var difference = mean - _mean;
        _mean += difference * count / total;
        _squaredDeviation += squaredDeviation + difference * difference * _count * count / total;
        _count = total;
    }
}
