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
        var format = MrcGridReader.RequireReadable(source);
        MrcVolumeRules.Check(source.Header, source.Remarks);
        source.Remarks.ThrowIfRefused();
        var grid = MrcGridReader.Read(source, format!.Value);
        var header = source.Header;
        var start = header.StartVoxels;
        var volume = new Volume(grid.ColumnCount, PixelSize(header, source.Remarks, fallbackPixelSizeAngstrom), grid.Values)
        {
            OriginAngstrom = header.OriginAngstrom,
            StartVoxels = header.AxisOrder.ToMapAxes(start.Column, start.Row, start.Section),
        };
        return new MrcVolumeReading(volume, header, source.Remarks.Warnings);
    }

    private static double PixelSize(MrcHeader header, MrcRemarks remarks, double fallbackAngstrom)
    {
        if (header.PixelSizeAngstrom is { } pixel)
            return pixel.X == pixel.Y && pixel.Y == pixel.Z ? pixel.X : (pixel.X + pixel.Y + pixel.Z) / 3;
        remarks.Warn("CELLA", $"a pixel size of {fallbackAngstrom} Å is assumed");
        return fallbackAngstrom;
    }
}
