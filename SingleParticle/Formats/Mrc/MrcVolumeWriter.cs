using SingleParticle.Volumes;

namespace SingleParticle.Formats.Mrc;

/// <summary>Writes a volume as an MRC2014 file.</summary>
public static class MrcVolumeWriter
{
    /// <summary>Writes a volume; the file appears under its name only when it is whole, and its bytes depend on the volume alone.</summary>
    /// <param name="path">The file to write; an older one is replaced.</param>
    /// <param name="volume">The densities, with pixel size, origin and start.</param>
    /// <param name="mode">Float32, or Float16 at half the size and three digits.</param>
    /// <exception cref="ArgumentException">A density is no number or too large for the mode.</exception>
    public static void Write(string path, Volume volume, MrcMode mode = MrcMode.Float32)
    {
        ArgumentNullException.ThrowIfNull(volume);
        using var writer = new MrcSectionWriter(path, mode);
        var box = volume.BoxVoxels;
        for (var section = 0; section < box; section++)
            writer.Append(volume.Values.AsSpan(section * box * box, box * box));
        writer.Complete(new MrcWrittenGrid(box, box, box, IntervalCountZ: box, SpaceGroup: 1, volume.PixelSizeAngstrom)
        {
            OriginAngstrom = volume.OriginAngstrom,
            StartVoxels = volume.StartVoxels,
        });
    }
}
