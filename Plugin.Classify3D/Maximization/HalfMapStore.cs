using System.Runtime.InteropServices;
using SingleParticle.Estimation;
using SingleParticle.Volumes;

namespace Plugin.Classify3D.Maximization;

/// <summary>Keeps the half maps of classes on disk, bit for bit: EM itself needs them only while it solves a class.</summary>
/// <remarks>In memory they would be twice what the class maps are. A class has one place: what is kept anew replaces what was.</remarks>
/// <param name="scratchFolder">Scratch folder of the job.</param>
internal sealed class HalfMapStore(string scratchFolder)
{
    private const string FolderName = "half-maps";
    private const int FloatsPerTransfer = 1 << 20;

    private readonly string _folder = Directory.CreateDirectory(Path.Combine(scratchFolder, FolderName)).FullName;

    /// <summary>Puts the half maps of a class away. Thread-safe for different classes.</summary>
    /// <param name="classIndex">Class, 0-based.</param>
    /// <param name="solved">The class.</param>
    /// <returns>The class, its half maps read from the disk whenever they are asked for.</returns>
    public RegularisedMap Keep(int classIndex, RegularisedMap solved)
    {
        var (a, b) = (solved.HalfA, solved.HalfB);
        return solved with { Halves = new StoredHalfMaps(Stored(classIndex, "A", a), Stored(classIndex, "B", b)) };
    }

    private StoredMap Stored(int classIndex, string half, Volume map)
    {
        var path = Path.Combine(_folder, FormattableString.Invariant($"class_{classIndex + 1:000}_{half}"));
        using var stream = File.Create(path);
        foreach (var (start, count) in Transfers(map.Values))
            stream.Write(MemoryMarshal.AsBytes(map.Values.AsSpan(start, count)));
        return new StoredMap(path, map.BoxVoxels, map.PixelSizeAngstrom);
    }

    // A span of bytes ends at 2 GiB.
    private static IEnumerable<(int Start, int Count)> Transfers(float[] values)
    {
        for (var start = 0; start < values.Length; start += FloatsPerTransfer)
            yield return (start, Math.Min(FloatsPerTransfer, values.Length - start));
    }

    private sealed record StoredMap(string Path, int BoxVoxels, double PixelSizeAngstrom)
    {
        public Volume Read()
        {
            var map = new Volume(BoxVoxels, PixelSizeAngstrom);
            using var stream = File.OpenRead(Path);
            foreach (var (start, count) in Transfers(map.Values))
                stream.ReadExactly(MemoryMarshal.AsBytes(map.Values.AsSpan(start, count)));
            return map;
        }
    }

    private sealed record StoredHalfMaps(StoredMap StoredA, StoredMap StoredB) : IHalfMaps
    {
        public Volume A => StoredA.Read();

        public Volume B => StoredB.Read();
    }
}
