using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using SingleParticle.Formats;
using SingleParticle.Formats.Mrc;
using SingleParticle.Volumes;

namespace SingleParticle.Nodes.Inputs;

/// <summary>Opens and describes maps and masks that flow between nodes.</summary>
public static class VolumeInputs
{
    /// <summary>Reads a map or a mask.</summary>
    /// <param name="inputName">Input it is connected to, for messages.</param>
    /// <param name="item">An item of type volume or mask.</param>
    /// <exception cref="JobFailedException">The file cannot be read.</exception>
    public static Volume Read(string inputName, DataItem item)
    {
        var path = item.PathOf(item.Type == DataTypes.Mask ? "mask" : "map");
        try
        {
            return MrcVolumeReader.Read(path);
        }
        catch (DataFileException problem)
        {
            throw new JobFailedException(
                [new("VOLUME", Host.Abstractions.Planning.DiagnosticSeverity.Error, $"inputs.{inputName}", problem.Message)], problem);
        }
    }

    /// <summary>An item for a map that a node has written.</summary>
    /// <param name="path">The map.</param>
    /// <param name="map">Its values' grid.</param>
    /// <param name="label">Label among several; empty for one.</param>
    /// <param name="halfMapPaths">First and second half map, if there are any.</param>
    public static DataItem WrittenMap(string path, Volume map, string label = "", (string A, string B)? halfMapPaths = null) => new()
    {
        Type = DataTypes.Volume,
        Slots = halfMapPaths is var (a, b)
            ? [new DataSlot("map", path), new DataSlot("map_half_A", a), new DataSlot("map_half_B", b)]
            : [new DataSlot("map", path)],
        Header = HeaderOf(map),
        Label = label,
    };

    /// <summary>An item for a mask that a node has written.</summary>
    /// <param name="path">The mask.</param>
    /// <param name="mask">Its values' grid.</param>
    public static DataItem WrittenMask(string path, Volume mask) => new()
    {
        Type = DataTypes.Mask,
        Slots = [new DataSlot("mask", path)],
        Header = HeaderOf(mask),
    };

    private static DataHeader HeaderOf(Volume map) => new() { BoxPixels = map.BoxVoxels, PixelSizeAngstrom = map.PixelSizeAngstrom };
}
