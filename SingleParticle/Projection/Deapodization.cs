namespace SingleParticle.Projection;

/// <summary>The real-space factor that undoes the kernel's own envelope.</summary>
/// <remarks>
/// At position x of a grid of m voxels, D(x) = mean(Re h) / mean(|h|²) with h(f) = sum over taps of phi(f - t) exp(2 pi i (f - t) x / m),
/// the means taken over the fraction f (docs/method/2-projection.md, equation 2.4): the least-squares factor, which is
/// 1 / FT(phi) where neighbouring copies of the box do not overlap, and stays bounded where they do. Separable: D(x) D(y) D(z).
/// </remarks>
public static class Deapodization
{
    private const int FractionCount = 64;
    private static readonly (double Distance, double Weight)[] Taps = AllTaps();

    /// <summary>The factors of one axis.</summary>
    /// <param name="gridVoxels">Edge of the grid in voxels.</param>
    /// <param name="boxVoxels">Edge of the box placed in its middle, at most the grid.</param>
    /// <returns>Factor of voxel i of the box, whose position is i - boxVoxels / 2.</returns>
    public static double[] Factors(int gridVoxels, int boxVoxels)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(boxVoxels);
        ArgumentOutOfRangeException.ThrowIfLessThan(gridVoxels, boxVoxels);
        var factors = new double[boxVoxels];
        for (var i = 0; i < boxVoxels; i++) factors[i] = Factor((i - (boxVoxels / 2)) / (double)gridVoxels);
        return factors;
    }

    /// <summary>The factor at a position.</summary>
    /// <param name="position">Position in units of the grid's edge, in [-1/2, 1/2].</param>
    public static double Factor(double position)
    {
        double mean = 0, power = 0;
        for (var i = 0; i < FractionCount; i++)
        {
            double re = 0, im = 0;
            foreach (var (distance, weight) in Taps.AsSpan(i * InterpolationKernel.Width, InterpolationKernel.Width))
            {
                re += weight * Math.Cos(2 * Math.PI * distance * position);
                im += weight * Math.Sin(2 * Math.PI * distance * position);
            }
            mean += re;
            power += (re * re) + (im * im);
        }
        return mean / power;
    }

    /// <summary>Distance and weight of every tap, [fraction, tap].</summary>
    private static (double Distance, double Weight)[] AllTaps()
    {
        var taps = new (double Distance, double Weight)[FractionCount * InterpolationKernel.Width];
        for (var i = 0; i < taps.Length; i++)
        {
            var fraction = ((i / InterpolationKernel.Width) + 0.5) / FractionCount;
            var distance = fraction + InterpolationKernel.TapsBelow - (i % InterpolationKernel.Width);
            taps[i] = (distance, InterpolationKernel.Value(distance));
        }
        return taps;
    }
}
