namespace SingleParticle.Masks;

/// <summary>Range, mean and spread of densities.</summary>
/// <param name="Minimum">Smallest.</param>
/// <param name="Maximum">Largest.</param>
/// <param name="Mean">Mean.</param>
/// <param name="StandardDeviation">Root of the mean squared difference from the mean.</param>
public readonly record struct DensityStatistics(double Minimum, double Maximum, double Mean, double StandardDeviation)
{
    /// <summary>Looks at every voxel once.</summary>
    /// <param name="density">At least one density.</param>
    public static DensityStatistics Of(ReadOnlySpan<float> density)
    {
        var (minimum, maximum) = (float.PositiveInfinity, float.NegativeInfinity);
        // Sums of differences from the first value, so that a large offset costs no digits.
        double sum = 0, squares = 0, offset = density[0];
        foreach (var value in density)
        {
            minimum = Math.Min(minimum, value);
            maximum = Math.Max(maximum, value);
            var difference = value - offset;
            sum += difference;
            squares += difference * difference;
        }

        var mean = sum / density.Length;
        var variance = Math.Max(0, (squares / density.Length) - (mean * mean));
        return new DensityStatistics(minimum, maximum, offset + mean, Math.Sqrt(variance));
    }
}
