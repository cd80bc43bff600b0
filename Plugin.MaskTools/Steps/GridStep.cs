using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using SingleParticle.Fourier;
using SingleParticle.Volumes;

namespace Plugin.MaskTools.Steps;

/// <summary>Brings a map to the box and pixel size wanted of the mask.</summary>
internal static class GridStep
{
    private const double PixelSizeTolerance = 1e-4;

    /// <summary>Resamples, crops or pads a map; what is already as wanted stays as it is.</summary>
    /// <param name="map">The map.</param>
    /// <param name="boxPixels">Box wanted; null to keep the physical box when resampling, or the box.</param>
    /// <param name="pixelSizeAngstrom">Pixel size wanted in Å; null to keep it.</param>
    /// <param name="threadCount">Most threads at work.</param>
    /// <exception cref="JobFailedException">The grid wanted is too fine.</exception>
    public static Volume Apply(Volume map, int? boxPixels, double? pixelSizeAngstrom, int threadCount)
    {
        var wanted = Wanted(
            new DataHeader { BoxPixels = map.BoxVoxels, PixelSizeAngstrom = map.PixelSizeAngstrom }, boxPixels, pixelSizeAngstrom);
        var (box, size) = (wanted.BoxPixels!.Value, wanted.PixelSizeAngstrom!.Value);
        if (box == map.BoxVoxels && Math.Abs(size - map.PixelSizeAngstrom) <= PixelSizeTolerance * size)
            return map;
        try
        {
            return VolumeRegridder.ToGrid(map, box, size, threadCount);
        }
        catch (InvalidOperationException problem)
        {
            throw new JobFailedException("GRID_TOO_FINE", "params.pixel_size_angstrom", problem.Message, "use a larger pixel size");
        }
    }

    /// <summary>Box and pixel size of the result.</summary>
    /// <param name="header">Box and pixel size of the map, as far as they are known.</param>
    /// <param name="boxPixels">Box wanted.</param>
    /// <param name="pixelSizeAngstrom">Pixel size wanted in Å.</param>
    public static DataHeader Wanted(DataHeader header, int? boxPixels, double? pixelSizeAngstrom)
    {
        var size = pixelSizeAngstrom ?? header.PixelSizeAngstrom;
        var resampled = header.BoxPixels is { } old && header.PixelSizeAngstrom is { } oldSize && size is { } newSize
            ? Math.Max(2, 2 * (int)Math.Round(old * oldSize / newSize / 2))
            : header.BoxPixels;
        var box = boxPixels ?? (pixelSizeAngstrom is null ? header.BoxPixels : resampled);
        return new DataHeader { BoxPixels = box, PixelSizeAngstrom = size };
    }
}
