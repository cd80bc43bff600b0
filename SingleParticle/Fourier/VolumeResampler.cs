using SingleParticle.Volumes;

namespace SingleParticle.Fourier;

/// <summary>Samples a volume on a coarser or finer grid by cropping or padding its Fourier transform.</summary>
public static class VolumeResampler
{
    /// <summary>The same density in the same physical box on another grid.</summary>
    /// <param name="volume">Density.</param>
    /// <param name="newBoxVoxels">Edge length of the new grid in voxels, at least 2.</param>
    /// <param name="threadCount">Most threads to use.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>Pixel size old * old box / new box; the centre, voxel box / 2, stays where it is; values keep their scale.</returns>
    public static Volume Resample(Volume volume, int newBoxVoxels, int threadCount = 1, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(volume);
        ArgumentOutOfRangeException.ThrowIfLessThan(newBoxVoxels, 2);
        var oldBox = volume.BoxVoxels;
        if (newBoxVoxels == oldBox)
            return volume.WithValues([.. volume.Values]);
        var oldShape = HalfSpectrumShape.OfVolume(oldBox);
        var newShape = HalfSpectrumShape.OfVolume(newBoxVoxels);
        var oldSpectrum = new ComplexFloat[oldShape.Length];
        new RealFft3D(oldBox, threadCount).Forward(volume.Values, oldSpectrum, cancel);
        CentredSpectrum.ToCentre(oldSpectrum, oldShape);
        var newSpectrum = new ComplexFloat[newShape.Length];
        FourierCrop.Resize(oldSpectrum, oldShape, newSpectrum, newShape);
        CentredSpectrum.FromCentre(newSpectrum, newShape);
        var resampled = new Volume(newBoxVoxels, volume.PixelSizeAngstrom * oldBox / newBoxVoxels)
        {
            OriginAngstrom = volume.OriginAngstrom,
            StartVoxels = Scaled(volume.StartVoxels, (double)newBoxVoxels / oldBox),
        };
        new RealFft3D(newBoxVoxels, threadCount).InverseInPlace(newSpectrum, resampled.Values, cancel);
        Multiply(resampled.Values, (float)Math.Pow((double)newBoxVoxels / oldBox, 3));
        return resampled;
    }

    private static (int X, int Y, int Z) Scaled((int X, int Y, int Z) start, double factor) =>
        ((int)Math.Round(start.X * factor), (int)Math.Round(start.Y * factor), (int)Math.Round(start.Z * factor));

    private static void Multiply(float[] values, float factor)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] *= factor;
    }
}
