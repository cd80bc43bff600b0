using SingleParticle.Volumes;

namespace SingleParticle.Fourier;

/// <summary>Radial filters of volumes.</summary>
public static class FourierFilter
{
    private const int DefaultButterworthOrder = 8;

    /// <summary>Removes detail finer than a cut-off, with a cosine edge.</summary>
    /// <param name="volume">Density; left as it is.</param>
    /// <param name="cutoffAngstrom">Resolution in Å where the amplitude is halved.</param>
    /// <param name="edgeShells">Width of the edge in Fourier shells.</param>
    /// <param name="threadCount">Most threads to use.</param>
    public static Volume LowPass(Volume volume, double cutoffAngstrom, double edgeShells, int threadCount = 1) =>
        Apply(volume, RadialGain.CosineLowPass(ShellOf(volume, cutoffAngstrom), edgeShells), threadCount);

    /// <summary>Removes what is coarser than a cut-off, with a cosine edge.</summary>
    /// <param name="volume">Density; left as it is.</param>
    /// <param name="cutoffAngstrom">Resolution in Å where the amplitude is halved.</param>
    /// <param name="edgeShells">Width of the edge in Fourier shells.</param>
    /// <param name="threadCount">Most threads to use.</param>
    public static Volume HighPass(Volume volume, double cutoffAngstrom, double edgeShells, int threadCount = 1) =>
        Apply(volume, RadialGain.CosineHighPass(ShellOf(volume, cutoffAngstrom), edgeShells), threadCount);

    /// <summary>Removes detail finer than a cut-off, with a smooth Butterworth edge.</summary>
    /// <param name="volume">Density; left as it is.</param>
    /// <param name="cutoffAngstrom">Resolution in Å where the power is halved.</param>
    /// <param name="order">Steepness.</param>
    /// <param name="threadCount">Most threads to use.</param>
    public static Volume LowPassButterworth(
        Volume volume, double cutoffAngstrom, int order = DefaultButterworthOrder, int threadCount = 1) =>
        Apply(volume, RadialGain.ButterworthLowPass(ShellOf(volume, cutoffAngstrom), order), threadCount);

    /// <summary>Removes what is coarser than a cut-off, with a smooth Butterworth edge.</summary>
    /// <param name="volume">Density; left as it is.</param>
    /// <param name="cutoffAngstrom">Resolution in Å where the power is halved.</param>
    /// <param name="order">Steepness.</param>
    /// <param name="threadCount">Most threads to use.</param>
    public static Volume HighPassButterworth(
        Volume volume, double cutoffAngstrom, int order = DefaultButterworthOrder, int threadCount = 1) =>
        Apply(volume, RadialGain.ButterworthHighPass(ShellOf(volume, cutoffAngstrom), order), threadCount);

    /// <summary>Multiplies every Fourier shell by its own factor; frequencies beyond the last shell given become zero.</summary>
    /// <param name="volume">Density; left as it is.</param>
    /// <param name="gains">Factor of shell 0, 1, ...</param>
    /// <param name="threadCount">Most threads to use.</param>
    public static Volume MultiplyShells(Volume volume, ReadOnlySpan<double> gains, int threadCount = 1) =>
        Apply(volume, RadialGain.PerShell(gains), threadCount);

    /// <summary>Filters a volume.</summary>
    /// <param name="volume">Density; left as it is.</param>
    /// <param name="gain">Factor by radius.</param>
    /// <param name="threadCount">Most threads to use.</param>
    public static Volume Apply(Volume volume, RadialGain gain, int threadCount = 1)
    {
        ArgumentNullException.ThrowIfNull(volume);
        ArgumentNullException.ThrowIfNull(gain);
        var shape = HalfSpectrumShape.OfVolume(volume.BoxVoxels);
        var fft = new RealFft3D(volume.BoxVoxels, threadCount);
        var spectrum = new ComplexFloat[shape.Length];
        fft.Forward(volume.Values, spectrum);
        gain.Apply(spectrum, shape);
        var filtered = new float[volume.Values.Length];
        fft.InverseInPlace(spectrum, filtered);
        return volume.WithValues(filtered);
    }

    private static double ShellOf(Volume volume, double resolutionAngstrom)
    {
        ArgumentNullException.ThrowIfNull(volume);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(resolutionAngstrom);
        return volume.BoxVoxels * volume.PixelSizeAngstrom / resolutionAngstrom;
    }
}
