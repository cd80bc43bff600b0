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
            var fraction = (i + 0.5) / FractionCount;
            double re = 0, im = 0;
            for (var tap = 0; tap < InterpolationKernel.Width; tap++)
            {
                var distance = fraction + InterpolationKernel.TapsBelow - tap;
                var weight = InterpolationKernel.Value(distance);
                re += weight * Math.Cos(2 * Math.PI * distance * position);
                im += weight * Math.Sin(2 * Math.PI * distance * position);
            }
            mean += re;
            power += (re * re) + (im * im);
        }
        return mean / power;
    }
}
