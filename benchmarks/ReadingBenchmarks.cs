using System.Diagnostics;
using System.Globalization;
using SingleParticle.Formats.Mrc;
using SingleParticle.Particles;
using SingleParticle.Particles.Preparation;

namespace Benchmarks;

/// <summary>The whole first pass over images of 256: read, checked, transformed, cropped to 128, times the CTF, written.</summary>
/// <remarks>
/// Beside it the time that the same file takes to be read alone. Cold: the system's cache of files is emptied before, which takes root.
/// </remarks>
internal static class ReadingBenchmarks
{
    private const int ImageBox = 256;
    private const int WorkingBox = 128;
    private const int ParticleCount = 6000;
    private const int DistinctImages = 40;
    private const int BlockBytes = 1 << 20;
    private const int ModeOffsetBytes = 12;
    private const string CacheSwitch = "/proc/sys/vm/drop_caches";

    /// <summary>Prints a row for every number format, threads and cache.</summary>
    /// <param name="folder">Folder on the disk that is to be measured.</param>
    public static void Run(string folder)
    {
        Console.WriteLine(
            "| stack | cache | threads | file alone, MB/s | first pass, MB/s | particles per second | particles per processor second |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        var work = Directory.CreateDirectory(Path.Combine(folder, "reading-benchmark")).FullName;
        try
        {
            foreach (var (mode, name) in new[] { (MrcMode.Float32, "float"), (MrcMode.Float16, "half"), (MrcMode.Int16, "int16") })
            {
                var stack = WriteStack(work, mode);
                // Compiles the code.
                Measure(stack, work, 1, () => { });
                foreach (var threads in new[] { 1, 2 })
                {
                    Row(stack, work, name, "warm", threads, () => { });
                    if (CanEmptyCache()) Row(stack, work, name, "cold", threads, EmptyCache);
                }
            }
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static void Row(string stack, string work, string name, string cache, int threads, Action prepare)
    {
        var megabytes = new FileInfo(stack).Length / 1e6;
        prepare();
        var alone = Stopwatch.StartNew();
        ReadAlone(stack);
        alone.Stop();
        var (wall, processor) = Measure(stack, work, threads, prepare);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {cache} | {threads} | {megabytes / alone.Elapsed.TotalSeconds:0} | {megabytes / wall:0} ")
            + string.Create(CultureInfo.InvariantCulture, $"| {ParticleCount / wall:0} | {ParticleCount / processor:0} |"));
    }

    private static (double WallSeconds, double ProcessorSeconds) Measure(string stack, string work, int threads, Action prepare)
    {
        var optics = BenchmarkOptics.OfBox(ImageBox);
        var particles = Enumerable.Range(0, ParticleCount)
            .Select(i => BenchmarkOptics.Particle with { Uid = (ulong)i + 1, ImageIndex = i })
            .ToArray();
        // Records are not in the order of the images, as in a job.
        var order = Enumerable.Range(0, ParticleCount).ToArray();
        new Random(1).Shuffle(order);
        var options = new PreparationOptions { CacheFolder = work, WorkingBoxPixels = WorkingBox, ThreadCount = threads };
        prepare();
        var (processor, clock) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        using (ParticlePreparation.Run(new ParticleSet(particles, [optics], [stack], null!), order, options)) clock.Stop();
        var used = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
        File.Delete(Path.Combine(work, ParticlePreparation.CacheFileName));
        return (clock.Elapsed.TotalSeconds, used);
    }

    private static string WriteStack(string work, MrcMode mode)
    {
        var path = Path.Combine(work, "images.mrcs");
        var random = new Random(1);
        var images = new float[DistinctImages][];
        for (var i = 0; i < images.Length; i++)
            images[i] = [.. Enumerable.Range(0, ImageBox * ImageBox).Select(_ => (float)random.NextDouble())];
        using (var writer = MrcStackWriter.Create(path, ImageBox, 1.1, mode == MrcMode.Float32 ? mode : MrcMode.Float16))
        {
            for (var i = 0; i < ParticleCount; i++) writer.Append(images[i % images.Length]);
            writer.Complete();
        }

        if (mode != MrcMode.Int16) return path;
        // The bits of half floats are as good as any integers.
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Write);
        RandomAccess.Write(handle, BitConverter.GetBytes((int)MrcMode.Int16), ModeOffsetBytes);
        return path;
    }

    private static void ReadAlone(string path)
    {
        using var handle = File.OpenHandle(path);
        var block = new byte[BlockBytes];
        for (long offset = 0, read = 1; read > 0; offset += read) read = RandomAccess.Read(handle, block, offset);
    }

    private static bool CanEmptyCache()
    {
        try
        {
            EmptyCache();
            return true;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void EmptyCache()
    {
        if (!File.Exists(CacheSwitch)) throw new IOException($"{CacheSwitch} is not there");
        using var handle = File.OpenHandle(CacheSwitch, FileMode.Open, FileAccess.Write);
        RandomAccess.Write(handle, "3"u8, 0);
    }
}
