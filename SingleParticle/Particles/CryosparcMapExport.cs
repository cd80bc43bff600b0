using System.Text;
using SingleParticle.Formats.Cs;
using SingleParticle.Particles.Cs;
using SingleParticle.Particles.Star;

namespace SingleParticle.Particles;

/// <summary>Writes maps and masks as a result group that CryoSPARC's "Import Result Group" takes.</summary>
/// <remarks>A `.cs` of one row names the maps, its `.csg` the slots.</remarks>
public static class CryosparcMapExport
{
    private const string ResultType = "volume.blob";

    /// <summary>Writes the data set: path, shape and pixel size of each map under its slot.</summary>
    /// <param name="path">File to write; appears complete or not at all.</param>
    /// <param name="maps">The maps, in its folder or below.</param>
    public static void WriteSet(string path, IReadOnlyList<CryosparcMap> maps)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(maps);
        ArgumentOutOfRangeException.ThrowIfZero(maps.Count);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var uid = StarImageName.Uid(Encoding.UTF8.GetBytes(PathFrom(folder, maps[0])));
        List<CsNewColumn> columns = [CsColumnSource.LongInteger("uid", _ => uid)];
        foreach (var map in maps)
        {
            columns.Add(CsColumnSource.Text($"{map.Slot}/path", [PathFrom(folder, map)], _ => 0));
            columns.Add(CsColumnSource.Integers($"{map.Slot}/shape", _ => map.BoxVoxels, _ => map.BoxVoxels, _ => map.BoxVoxels));
            columns.Add(CsColumnSource.Numbers($"{map.Slot}/psize_A", _ => map.PixelSizeAngstrom));
        }

        CsWriter.Write(path, CsColumnSource.ToTable(path, columns, 1));
    }

    /// <summary>The result group of a data set of maps.</summary>
    /// <param name="name">Name of the group.</param>
    /// <param name="type">volume or mask.</param>
    /// <param name="setFile">Full path under which the data set is found.</param>
    /// <param name="maps">The maps in it.</param>
    public static ResultGroup GroupOf(string name, string type, string setFile, IReadOnlyList<CryosparcMap> maps)
    {
        ArgumentNullException.ThrowIfNull(maps);
        var results = maps.Select(map => new ResultGroupSlot(map.Slot, setFile, 1, ResultType));
        return new ResultGroup(name, type, name, [.. results], ResultGroup.DefaultVersion);
    }

    private static string PathFrom(string folder, CryosparcMap map) => ">" + Path.GetRelativePath(folder, map.Path).Replace('\\', '/');
}
