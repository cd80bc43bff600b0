using SingleParticle.Volumes;

namespace SingleParticle.Fourier;

/// <summary>Brings a volume to any box and pixel size, its centre kept.</summary>
/// <remarks>
/// Resampling by the Fourier transform can reach only pixel sizes p M / K with whole boxes M and K. The volume is padded to the box M,
/// and resampled to K, that come nearest to the pixel size wanted, within a ten-thousandth; then cut or padded to the box wanted.
/// </remarks>
public static class VolumeRegridder
{
    private const double Tolerance = 1e-4;
    private const int LargestBox = 1024;

    /// <summary>The same density on another grid.</summary>
    /// <param name="volume">Density; left as it is.</param>
    /// <param name="boxVoxels">Edge of the new grid in voxels.</param>
    /// <param name="pixelSizeAngstrom">Its pixel size in Å.</param>
    /// <param name="threadCount">Most threads to use.</param>
    /// <exception cref="InvalidOperationException">The pixel size is so small that the transform would be too large.</exception>
    public static Volume ToGrid(Volume volume, int boxVoxels, double pixelSizeAngstrom, int threadCount = 1)
    {
        ArgumentNullException.ThrowIfNull(volume);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pixelSizeAngstrom);
        var fill = VolumeCrop.MeanOnFaces(volume);
        var sampled = volume;
        if (Math.Abs(pixelSizeAngstrom - volume.PixelSizeAngstrom) > Tolerance * pixelSizeAngstrom)
        {
            var (padded, box) = BoxesFor(volume.BoxVoxels, volume.PixelSizeAngstrom / pixelSizeAngstrom);
            sampled = VolumeResampler.Resample(VolumeCrop.ToBox(volume, padded, fill), box, threadCount);
        }

        return new Volume(boxVoxels, pixelSizeAngstrom, VolumeCrop.ToBox(sampled, boxVoxels, fill).Values)
        {
            OriginAngstrom = VolumePlacement.CornerOfBoxAround(volume, boxVoxels, pixelSizeAngstrom),
        };
    }

    private static (int Padded, int Box) BoxesFor(int box, double ratio)
    {
        var (best, bestError) = ((Padded: box, Box: 0), double.PositiveInfinity);
        for (var padded = box; padded <= Math.Min(LargestBox, 2 * box + 64) && bestError > Tolerance; padded++)
        {
            var sampled = (int)Math.Round(padded * ratio);
            var error = Math.Abs((padded * ratio) - sampled) / (padded * ratio);
            if (sampled is >= 2 and <= LargestBox && error < bestError)
                (best, bestError) = ((padded, sampled), error);
        }

        return best.Box > 0
            ? best
            : throw new InvalidOperationException(
                FormattableString.Invariant($"box {box} at {ratio:G4} times as many voxels per Å is beyond {LargestBox} voxels"));
    }
}
