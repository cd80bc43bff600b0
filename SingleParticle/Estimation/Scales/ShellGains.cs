namespace SingleParticle.Estimation.Scales;

/// <summary>Factors that bring a given map to the amplitudes of the particles.</summary>
/// <remarks>Equations 5.6 and 5.7 of docs/method/5-scale.md.</remarks>
public static class ShellGains
{
    /// <summary>Gains of a map that may have been made of the particles themselves: a contrast and a B-factor, no more.</summary>
    /// <remarks>
    /// Shell by shell such gains would undo the map's own filter, as every particle finds its own noise again in the weak shells.
    /// </remarks>
    /// <param name="gains">Gain of every shell from radius 0.</param>
    /// <param name="information">How much is known of each, 1 / variance.</param>
    public static double[] Smooth(double[] gains, double[] information)
    {
        ArgumentNullException.ThrowIfNull(gains);
        ArgumentNullException.ThrowIfNull(information);
        double sum = 0, sumX = 0, sumXX = 0, sumY = 0, sumXY = 0;
        for (var shell = 1; shell < gains.Length; shell++)
        {
            if (gains[shell] <= 0 || information[shell] <= 0)
                continue;
            // The variance of log r is 1 / (r² information).
            var (weight, x, y) = (information[shell] * gains[shell] * gains[shell], (double)shell * shell, Math.Log(gains[shell]));
            (sum, sumX, sumXX) = (sum + weight, sumX + (weight * x), sumXX + (weight * x * x));
            (sumY, sumXY) = (sumY + (weight * y), sumXY + (weight * x * y));
        }

        var spread = (sum * sumXX) - (sumX * sumX);
        var slope = spread > 0 ? ((sum * sumXY) - (sumX * sumY)) / spread : 0;
        var offset = sum > 0 ? (sumY - (slope * sumX)) / sum : 0;
        return [.. gains.Select((_, shell) => Math.Exp(offset + (slope * shell * shell)))];
    }
}
