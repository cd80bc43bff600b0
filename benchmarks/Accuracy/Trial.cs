using System.Diagnostics;
using System.Globalization;
using Host.Abstractions.Running;
using Host.Abstractions.Ports;
using Plugin.Classify3D;
using SingleParticle.Statistics;
using Testing.Jobs;

namespace Benchmarks.Accuracy;

/// <summary>What one classification reached.</summary>
/// <param name="RandIndex">Adjusted Rand index of classes and truth.</param>
/// <param name="MergedRandIndex">The same once classes that the evidence calls alike are one.</param>
/// <param name="MergedCount">Classes left then.</param>
/// <param name="HeldOutEffectiveSampleSize">Mean ESS over classes of particles that had no part in the maps.</param>
/// <param name="Seconds">Time taken.</param>
internal sealed record Trial(
    double RandIndex, double MergedRandIndex, int MergedCount, double HeldOutEffectiveSampleSize, double Seconds)
{
    /// <summary>Classifies from a blind start, everything at its default.</summary>
    /// <param name="particles">Particles with their truth.</param>
    /// <param name="classCount">K.</param>
    /// <param name="seed">Seed.</param>
    public static Task<Trial> BlindAsync(CheckParticles particles, int classCount, ulong seed) =>
        RunAsync(particles, classCount, seed, context => context);

    /// <summary>Starts from the true labels, one class for each.</summary>
    /// <param name="particles">Particles with their truth.</param>
    /// <param name="folder">Where the labelled particles go.</param>
    /// <param name="seed">Seed.</param>
    public static Task<Trial> FromTruthAsync(CheckParticles particles, string folder, ulong seed) =>
        RunAsync(particles.Labelled(folder), particles.StateCount, seed, context => context.Set("init_mode", "classes"));

    private static async Task<Trial> RunAsync(
        CheckParticles particles, int classCount, ulong seed, Func<TestJobContext, TestJobContext> start)
    {
        using var context = new TestJobContext { Seed = seed };
        start(context).Connect("particles", particles.Item).Set("classes", classCount.ToString(CultureInfo.InvariantCulture));
        if (particles.FocusMask is { } mask)
            context.Connect("focus_mask", new DataItem { Type = DataTypes.Mask, Slots = [new DataSlot("mask", mask)] });
        var clock = Stopwatch.StartNew();
        var result = await new Classify3DNode().RunAsync(context, default).ConfigureAwait(false);
        var seconds = clock.Elapsed.TotalSeconds;
        var (truth, classes) = particles.Compare(result.Outputs["particles"][0]);
        var groups = Groups(result, classCount);
        var merged = Array.ConvertAll(classes, k => groups[k]);
        return new Trial(
            AdjustedRandIndex.Of(classes, truth),
            AdjustedRandIndex.Of(merged, truth),
            merged.Distinct().Count(),
            double.Parse(Cell(result, "Expectation maximisation", "held-out ESS"), CultureInfo.InvariantCulture),
            seconds);
    }

    /// <summary>Group of every class: the least class that it is alike to, directly or through others.</summary>
    private static int[] Groups(JobResult result, int classCount)
    {
        var groups = Enumerable.Range(0, classCount).ToArray();
        foreach (var row in result.Summary.FirstOrDefault(table => table.Title == "Classes that look alike")?.Rows ?? [])
        {
            var (first, second) = (groups[ClassOf(row[0])], groups[ClassOf(row[1])]);
            groups = Array.ConvertAll(groups, group => group == Math.Max(first, second) ? Math.Min(first, second) : group);
        }

        return groups;
    }

    private static int ClassOf(string number) => int.Parse(number, CultureInfo.InvariantCulture) - 1;

    private static string Cell(JobResult result, string title, string column)
    {
        var table = result.Summary.First(table => table.Title == title);
        return table.Rows[0][table.Columns.ToList().IndexOf(column)];
    }
}
