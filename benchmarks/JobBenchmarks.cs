using System.Diagnostics;
using System.Globalization;
using Benchmarks.Accuracy;
using Host.Abstractions.Ports;
using Host.Abstractions.Running;
using Plugin.Classify3D;
using Testing;
using Testing.Jobs;

namespace Benchmarks;

/// <summary>A whole classification at its defaults, stage by stage, beside what its plan promised.</summary>
/// <remarks>One job per process, as memory is the whole process's. Five states, two threads, wall clock.</remarks>
internal static class JobBenchmarks
{
    private const int ThreadCount = 2;

    /// <summary>Prints a row.</summary>
    /// <param name="particleCount">Number of particles.</param>
    /// <param name="boxPixels">Edge of the images.</param>
    /// <param name="classCount">K.</param>
    /// <param name="snr">Variance of the signal over that of the noise.</param>
    /// <param name="settings">Other parameters, name=value.</param>
    public static async Task RunAsync(int particleCount, int boxPixels, int classCount, string snr, IReadOnlyList<string> settings)
    {
        using var memory = new PeakMemory();
        var job = await MeasureAsync(particleCount, boxPixels, classCount, snr, settings).ConfigureAwait(false);
        var iterations = job.Stages.Where(stage => stage.Title.StartsWith("full iteration", StringComparison.Ordinal)).ToList();
        Console.WriteLine(
            "| particles | box | K | wall s | processor s | planned s | memory MiB | planned MiB | reading | consensus | start "
            + "| full iterations | each | evidence and output |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        Print($"| {particleCount} | {boxPixels} | {classCount} | {job.WallSeconds:F1} | {job.CpuSeconds:F1} | {job.Plan.CpuSeconds:F1} ");
        Print($"| {memory.Mebibytes} | {job.Plan.MemoryBytes >> 20} | {Of("reading particles"):F1} | {Of("consensus"):F1} ");
        Print($"| {Of("starting maps"):F1} | {iterations.Count} ");
        Print($"| {iterations.Average(stage => stage.Seconds):F2} | {Of("evidence"):F1} |\n");

        double Of(string title) => job.Stages.Where(stage => stage.Title == title).Sum(stage => stage.Seconds);
    }

    /// <summary>Runs a job.</summary>
    public static async Task<JobFigures> MeasureAsync(
        int particleCount, int boxPixels, int classCount, string snr, IReadOnlyList<string> settings)
    {
        using var folder = new TemporaryFolder();
        var particles = await CheckSets.Mixed(particleCount, boxPixels, snr)(1, folder.FullPath).ConfigureAwait(false);
        using var context = new TestJobContext
        {
            Seed = 1,
            Resources = new GrantedResources(ThreadCount, 12L << 30),
            CheckpointStore = new FileCheckpoints(folder.FullPath),
        };
        context.Connect("particles", particles.Item with
        {
            Header = new DataHeader
            {
                Count = particleCount,
                BoxPixels = boxPixels,
                PixelSizeAngstrom = CheckSets.EdgeAngstrom / boxPixels,
            },
        })
            .Set("classes", classCount.ToString(CultureInfo.InvariantCulture));
        foreach (var setting in settings)
            context.Set(setting.Split('=')[0], setting.Split('=')[1]);
        var node = new Classify3DNode();
        var plan = (await node.PlanAsync(context, default).ConfigureAwait(false)).Resources;

        var (stages, processor, clock) = (new List<(string Title, double Start)>(), Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        context.Progress.Begun = path =>
        {
            if (!path.Contains('/', StringComparison.Ordinal)) stages.Add((path, clock.Elapsed.TotalSeconds));
        };
        await node.RunAsync(context, default).ConfigureAwait(false);
        stages.Add(("end", clock.Elapsed.TotalSeconds));
        return new JobFigures(
            plan,
            clock.Elapsed.TotalSeconds,
            (Environment.CpuUsage.TotalTime - processor).TotalSeconds,
            [.. stages.Zip(stages.Skip(1), (stage, next) => (stage.Title, next.Start - stage.Start))]);
    }

    private static void Print(FormattableString text) => Console.Write(text.ToString(CultureInfo.InvariantCulture));
}
