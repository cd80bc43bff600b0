using SingleParticle.Formats;
using SingleParticle.Formats.Mrc;

namespace Host.Runner.Datasets;

/// <summary>Copies of maps under a name that ends in .mrc.</summary>
internal static class MapFile
{
    /// <summary>What a slot adds to the name of its map: nothing for map and mask, _half_A for map_half_A.</summary>
    /// <param name="slot">Slot.</param>
    public static string SuffixOf(string slot) => slot switch
    {
        "map" or "mask" => "",
        _ when slot.StartsWith("map_", StringComparison.Ordinal) => slot[3..],
        _ => "_" + ExportNames.Plain(slot),
    };

    /// <summary>Copies a map byte for byte where it is an .mrc; packed ones and other kinds are written anew.</summary>
    /// <param name="source">The map.</param>
    /// <param name="path">The copy; appears complete or not at all.</param>
    public static void Copy(string source, string path)
    {
        if (!source.EndsWith(".mrc", StringComparison.OrdinalIgnoreCase))
        {
            MrcVolumeWriter.Write(path, MrcVolumeReader.Read(source));
            return;
        }

        MrcVolumeReader.Describe(source);
        AtomicFile.Write(path, target =>
        {
            using var stream = File.OpenRead(source);
            stream.CopyTo(target);
        });
    }
}
