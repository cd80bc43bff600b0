using SingleParticle.Volumes;

namespace SingleParticle.Formats.Mrc;

/// <summary>Reads a cubic map from an MRC, MAP or CCP4 file.</summary>
/// <remarks>
/// Modes 0, 1, 2, 6 and 12 in both byte orders, any axis order, extended headers skipped, gzip and bzip2 unpacked. Values arrive
/// [z, y, x]; ORIGIN is kept, NXSTART to NZSTART too (in x, y, z order). The file's length must be exactly what its header says.
/// </remarks>
public static class MrcVolumeReader
{
    /// <summary>Reads a volume, taking what is merely odd in silence.</summary>
    /// <param name="path">The file.</param>
    /// <param name="fallbackPixelSizeAngstrom">Pixel size in Å where the header has none, for instance the particles'.</param>
    /// <exception cref="DataFileException">The file is damaged, not cubic, a stack, or of a mode that holds no densities.</exception>
    public static Volume Read(string path, double fallbackPixelSizeAngstrom = 1) =>
        ReadWithHeader(path, fallbackPixelSizeAngstrom).Volume;

    /// <summary>Reads a volume together with its header and the warnings that a user should see.</summary>
    /// <param name="path">The file.</param>
    /// <param name="fallbackPixelSizeAngstrom">Pixel size in Å where the header has none, for instance the particles'.</param>
    /// <exception cref="DataFileException">The file is damaged, not cubic, a stack, or of a mode that holds no densities.</exception>
    public static MrcVolumeReading ReadWithHeader(string path, double fallbackPixelSizeAngstrom = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fallbackPixelSizeAngstrom);
        using var source = MrcSource.Open(path);
        var grid = MrcGridReader.Read(source, RequireVolume(source));
        var header = source.Header;
        var start = header.StartVoxels;
        var volume = new Volume(grid.ColumnCount, PixelSize(header, source.Remarks, fallbackPixelSizeAngstrom), grid.Values)
        {
            OriginAngstrom = header.OriginAngstrom,
            StartVoxels = header.AxisOrder.ToMapAxes(start.Column, start.Row, start.Section),
        };
        return new MrcVolumeReading(volume, header, source.Remarks.Warnings);
    }

    /// <summary>Reads the header of a volume and checks that the file can be read as one; only the densities are not looked at.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFileException">The file is damaged, not cubic, a stack, or of a mode that holds no densities.</exception>
    public static MrcVolumeDescription Describe(string path)
    {
        using var source = MrcSource.Open(path);
        RequireVolume(source);
        return new MrcVolumeDescription(source.Header.ColumnCount, MeanPixelSize(source.Header), source.Remarks.Warnings);
    }

    private static MrcSampleFormat RequireVolume(MrcSource source)
    {
        var format = MrcGridReader.RequireReadable(source);
        MrcVolumeRules.Check(source.Header, source.Remarks);
        source.Remarks.ThrowIfRefused();
        return format!.Value;
    }

    private static double PixelSize(MrcHeader header, MrcRemarks remarks, double fallbackAngstrom)
    {
        if (MeanPixelSize(header) is { } pixelSize)
            return pixelSize;
        remarks.Warn("CELLA", $"a pixel size of {fallbackAngstrom} Å is assumed");
        return fallbackAngstrom;
    }

    private static double? MeanPixelSize(MrcHeader header) => header.PixelSizeAngstrom is not { } pixel
        ? null
        : pixel.X == pixel.Y && pixel.Y == pixel.Z ? pixel.X : (pixel.X + pixel.Y + pixel.Z) / 3;
}
