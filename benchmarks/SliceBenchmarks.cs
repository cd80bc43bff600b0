using System.Diagnostics;
using System.Globalization;
using SingleParticle.Compute;
using SingleParticle.Fourier;
using SingleParticle.Geometry;
using SingleParticle.Optics;
using SingleParticle.Projection;
using SingleParticle.Statistics;
using SingleParticle.Volumes;

namespace Benchmarks;

/// <summary>Evaluations per second of the E-step and insertions per second of the M-step.</summary>
internal static class SliceBenchmarks
{
    private const int ParticleCount = 512;

    public static void Run(int box)
    {
        Console.WriteLine("| box | K | threads | order | evaluations / s | / CPU s | CPU ms per particle | insertions / s | / CPU s |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var classCount in new[] { 1, 8, 10, 64, 100 })
            foreach (var order in new[] { "random", "sorted" })
                foreach (var threadCount in new[] { 1, 2 })
                    Row(box, classCount, threadCount, order);
    }

    private static void Row(int box, int classCount, int threadCount, string order)
    {
        var plane = new HalfPlane(box, 1, (box / 2) - 1);
        var plan = new SlicePlan(new FourierGrid(box, box, box / 2), box, plane);
        var device = new CpuDevice(threadCount);
        var batch = Batch(plan, order);
        using var maps = device.CreateMaps(plan, classCount);
        maps.Load(0, new Volume(box, 1));
        using var statistics = device.CreateStatistics(plan, Math.Min(2 * classCount, 20));
        var scores = new ScoreTable(ParticleCount, classCount, 0);
        var scoring = Measure(() => device.Score(maps, batch, scores));
        var evaluations = (double)ParticleCount * classCount;
        var contributions = Enumerable.Range(0, ParticleCount)
            .Select(i => Contribution.OfClass(i, i * 7 % statistics.MapCount, 1, 1))
            .ToArray();
        var insertion = Measure(() => device.BackProject(statistics, batch, contributions));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {box} | {classCount} | {threadCount} | {order} | {evaluations / scoring.Wall:F0} | {evaluations / scoring.Processor:F0} ")
            + string.Create(CultureInfo.InvariantCulture,
            $"| {1000 * scoring.Processor / ParticleCount:F3} "
            + $"| {ParticleCount / insertion.Wall:F0} | {ParticleCount / insertion.Processor:F0} |"));
    }

    /// <summary>Wall and processor seconds of the second run: on a shared machine the latter says more.</summary>
    private static (double Wall, double Processor) Measure(Action action)
    {
        action();
        var processor = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        action();
        return (watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
    }

    private static ParticleBatch Batch(SlicePlan plan, string order)
    {
        var random = new RandomStream(1);
        var frames = new SliceFrame[ParticleCount];
        for (var i = 0; i < ParticleCount; i++)
        {
            // Sorted: neighbours of a pass over a million particles lie within a fraction of a degree.
            frames[i] = order == "sorted"
                ? SliceFrame.Of(Rotations.Exponential(new DoubleVector3(0.3 + (i * 1e-4), 0.4, i * 0.1)), Matrix2.Identity)
                : RandomFrames.Next(random);
        }
        var records = new NoiseRecords(plan.PixelCount);
        var particles = frames.Select((frame, i) => new BatchParticle(i, frame, 0)).ToArray();
        return new ParticleBatch(records, particles, [Enumerable.Repeat(1f, plan.ShellCount).ToArray()]);
    }

    private sealed class NoiseRecords(int pixelCount) : IParticleRecords
    {
        private readonly float[] data = Enumerable.Repeat(0.5f, 2 * pixelCount).ToArray();
        private readonly float[] powers = Enumerable.Repeat(0.5f, pixelCount).ToArray();

        public ReadOnlySpan<float> Data(int recordIndex) => data;

        public ReadOnlySpan<float> Powers(int recordIndex) => powers;
    }
}
