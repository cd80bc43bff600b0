using System.Globalization;
using Benchmarks.Classes;
using SingleParticle.Nodes.Pictures;

namespace Benchmarks;

/// <summary>What a pass costs against the number of classes, and a whole job against the number of particles, drawn.</summary>
internal static class CostBenchmarks
{
    private const double SignalToNoise = 0.05;
    private const double ExclusionProbability = 1e-6;
    private static readonly int[] ClassCounts = [2, 5, 10, 20, 50, 100];
    private static readonly int[] ParticleCounts = [1000, 2000, 5000, 10000, 20000];

    /// <summary>Writes two charts with their numbers.</summary>
    /// <param name="folder">Where to.</param>
    public static async Task RunAsync(string folder)
    {
        Save(folder, "cost-against-classes", OfClasses());
        Save(folder, "cost-against-particles", await OfParticlesAsync().ConfigureAwait(false));
    }

    private static Chart OfClasses()
    {
        double[] counts = [.. ClassCounts.Select(count => (double)count)];
        var series = new List<ChartSeries>();
        foreach (var kind in new[] { StateKind.Distinct, StateKind.Five })
        {
            var figures = ClassCounts
                .Select(count => ClassCountBenchmarks.Measure(kind, count, SignalToNoise, ExclusionProbability)).ToArray();
            var states = kind == StateKind.Distinct ? "as many states" : "five states";
            series.Add(new($"{states}, all compared", counts, [.. figures.Select(figure => figure.All + figure.Insertion)]));
            series.Add(new($"{states}, classes ruled out", counts, [.. figures.Select(figure => figure.RuledOut + figure.Insertion)]));
        }

        return new Chart
        {
            Title = "E-step and M-step, box 90",
            XLabel = "classes",
            YLabel = "processor time per particle, ms",
            XAxis = AxisKind.Whole,
            YRange = (0, 1),
            Series = series,
        };
    }

    private static async Task<Chart> OfParticlesAsync()
    {
        var (wall, processor) = (new List<double>(), new List<double>());
        foreach (var count in ParticleCounts)
        {
            var job = await JobBenchmarks.MeasureAsync(
                count, 128, 5, SignalToNoise.ToString(CultureInfo.InvariantCulture), []).ConfigureAwait(false);
            wall.Add(job.WallSeconds);
            processor.Add(job.CpuSeconds);
        }

        double[] counts = [.. ParticleCounts.Select(count => (double)count)];
        return new Chart
        {
            Title = "Whole job, box 128, K = 5, two threads",
            XLabel = "particles",
            YLabel = "time, s",
            XAxis = AxisKind.Whole,
            YRange = (0, 1),
            Series = [new("wall clock", counts, wall), new("processor", counts, processor)],
        };
    }

    private static void Save(string folder, string name, Chart chart)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, name + ".svg"), chart.ToSvg());
        Console.WriteLine(name);
        Console.Write(chart.ToCsv());
    }
}
