namespace SingleParticle.Fourier;

/// <summary>A factor on every Fourier coefficient that depends on its radius alone.</summary>
/// <remarks>
/// Radii are in shells: radius r of a box of n pixels of p Å is the resolution n p / r Å. A real, radial factor keeps a real signal
/// real and does not move it. Immutable.
/// </remarks>
public sealed class RadialGain
{
    private readonly Func<double, double> _gain;

    private RadialGain(Func<double, double> gain) => _gain = gain;

    /// <summary>1 below, 0 above the cut-off, one half at it, with half a cosine wave between.</summary>
    /// <param name="cutoffShells">Radius where the gain is one half.</param>
    /// <param name="edgeShells">Width of the edge; 0 is a sharp cut.</param>
    public static RadialGain CosineLowPass(double cutoffShells, double edgeShells)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cutoffShells);
        ArgumentOutOfRangeException.ThrowIfNegative(edgeShells);
        return new RadialGain(radius => CosineEdge(radius - cutoffShells, edgeShells));
    }

    /// <summary>1 - CosineLowPass.</summary>
    /// <param name="cutoffShells">Radius where the gain is one half.</param>
    /// <param name="edgeShells">Width of the edge; 0 is a sharp cut.</param>
    public static RadialGain CosineHighPass(double cutoffShells, double edgeShells)
    {
        var lowPass = CosineLowPass(cutoffShells, edgeShells);
        return new RadialGain(radius => 1 - lowPass.At(radius));
    }

    /// <summary>1 / sqrt(1 + (r / cut-off)^(2 order)).</summary>
    /// <param name="cutoffShells">Radius where the power is one half.</param>
    /// <param name="order">Steepness.</param>
    /// <remarks>Source: Butterworth 1930, Experimental Wireless 7, 536-541.</remarks>
    public static RadialGain ButterworthLowPass(double cutoffShells, int order)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cutoffShells);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(order);
        return new RadialGain(radius => 1 / Math.Sqrt(1 + Math.Pow(radius / cutoffShells, 2.0 * order)));
    }

    /// <summary>1 / sqrt(1 + (cut-off / r)^(2 order)), 0 at r = 0.</summary>
    /// <param name="cutoffShells">Radius where the power is one half.</param>
    /// <param name="order">Steepness.</param>
    public static RadialGain ButterworthHighPass(double cutoffShells, int order)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cutoffShells);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(order);
        return new RadialGain(radius => 1 / Math.Sqrt(1 + Math.Pow(cutoffShells / radius, 2.0 * order)));
    }

    /// <summary>exp(-r² / (2 width²)): convolution with a Gaussian of standard deviation n / (2 pi width) voxels.</summary>
    /// <param name="widthShells">Standard deviation of the gain in shells.</param>
    public static RadialGain Gaussian(double widthShells)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(widthShells);
        return new RadialGain(radius => Math.Exp(-radius * radius / (2 * widthShells * widthShells)));
    }

    /// <summary>One factor per shell; a radius takes that of the shell it rounds to, and 0 beyond the last.</summary>
    /// <param name="gains">Factor of shell 0, 1, ...</param>
    public static RadialGain PerShell(ReadOnlySpan<double> gains)
    {
        var copy = gains.ToArray();
        return new RadialGain(radius => Math.Round(radius) < copy.Length ? copy[(int)Math.Round(radius)] : 0);
    }

    /// <summary>The factor at a radius.</summary>
    /// <param name="radiusShells">Radius in shells, at least 0.</param>
    public double At(double radiusShells) => _gain(radiusShells);

    /// <summary>Multiplies a half spectrum, in place.</summary>
    /// <param name="halfSpectrum">Coefficients, about any origin.</param>
    /// <param name="shape">Their layout.</param>
    public void Apply(Span<ComplexFloat> halfSpectrum, HalfSpectrumShape shape)
    {
        shape.Check(halfSpectrum.Length);
        var bySquaredRadius = new float[RadialShells.LargestSquaredRadius(shape) + 1];
        for (var i = 0; i < bySquaredRadius.Length; i++)
            bySquaredRadius[i] = (float)At(Math.Sqrt(i));
        for (var row = 0; row < shape.RowCount; row++)
        {
            var rowSquared = RadialShells.RowSquaredRadius(shape, row);
            var values = halfSpectrum.Slice(row * shape.HalfWidth, shape.HalfWidth);
            for (var x = 0; x < values.Length; x++)
                values[x] *= bySquaredRadius[(x * x) + rowSquared];
        }
    }

    private static double CosineEdge(double distance, double width)
    {
        if (distance <= -width / 2)
            return 1;
        return distance >= width / 2 ? 0 : 0.5 - (0.5 * Math.Sin(Math.PI * distance / width));
    }
}
