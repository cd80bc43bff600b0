using System.Globalization;
using Benchmarks.Classes;
using SingleParticle.Compute;
using SingleParticle.Projection;

namespace Benchmarks;

/// <summary>E-step and M-step for many classes against few, with and without classes being ruled out, on simulated particles.</summary>
/// <remarks>
/// All in one process and in turn, one thread, shortest of several runs: the ratios hold on a shared machine. Poses are sorted as in a
/// pass over very many particles.
/// </remarks>
internal static class ClassCountBenchmarks
{
    private const int Few = 10;
    private const int Many = 100;
    private const double PosteriorThreshold = 1e-3;

    /// <summary>Prints a row per kind of states and number of classes.</summary>
    /// <param name="signalToNoise">Variance of the signal over that of the noise, in images of 128 pixels.</param>
    /// <param name="probability">Probability below which a class is ruled out.</param>
    public static void Run(double signalToNoise, double probability)
    {
        Console.WriteLine(
            "| states | K | E-step ms, all | ruled out | compared | M-step ms | E and M, all | ruled out | lost "
            + "| as K = 10, all | ruled out |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var kind in Enum.GetValues<StateKind>())
        {
            var few = Measure(kind, 5, signalToNoise, probability);
            Print(kind, few, few);
            few = Measure(kind, Few, signalToNoise, probability);
            Print(kind, few, few);
            Print(kind, Measure(kind, Many, signalToNoise, probability), few);
        }
    }

    private static void Print(StateKind kind, in Figures figures, in Figures few)
    {
        var (all, ruledOut) = (figures.All + figures.Insertion, figures.RuledOut + figures.Insertion);
        Console.WriteLine(Text($"| {kind} | {figures.ClassCount} | {figures.All:F3} | {figures.RuledOut:F3} | {figures.Compared:P1} ")
            + Text($"| {figures.Insertion:F3} | {all:F3} | {ruledOut:F3} | {figures.Lost:F2} ")
            + Text($"| {all / (few.All + few.Insertion):F2} | {ruledOut / (few.RuledOut + few.Insertion):F2} |"));
    }

    /// <summary>Measures one number of classes.</summary>
    public static Figures Measure(StateKind kind, int classCount, double signalToNoise, double probability)
    {
        var setup = new SimulatedClasses(kind, classCount, signalToNoise);
        var device = new CpuDevice(1);
        using var maps = device.CreateMaps(setup.Plan, ClassOrder.BySimilarity(setup.Maps));
        for (var k = 0; k < classCount; k++) maps.Load(k, setup.Maps[k]);
        var (full, partial) = (Scores(setup), Scores(setup));
        var exclusion = new LikelihoodExclusion(probability);
        using var statistics = device.CreateStatistics(setup.Plan, 2 * classCount);
        device.Score(maps, setup.Batch, full);
        Contribution[] contributions = [.. Contributions(full, setup.Batch.Count)];
        double all = double.MaxValue, ruledOut = double.MaxValue, insertion = double.MaxValue;
        for (var run = 0; run < 7; run++)
        {
            all = Math.Min(all, Processor(() => device.Score(maps, setup.Batch, full)));
            ruledOut = Math.Min(ruledOut, Processor(() => device.Score(maps, setup.Batch, partial, exclusion)));
            if (run < 3) insertion = Math.Min(insertion, Processor(() => device.BackProject(statistics, setup.Batch, contributions)));
        }

        var count = setup.Batch.Count;
        var compared = (double)partial.EvaluatedPixels.Sum() / full.EvaluatedPixels.Sum();
        var lost = Enumerable.Range(0, count).Sum(item => LikelihoodExclusion.Posteriors(full, item)
            .Where((p, k) => p > PosteriorThreshold && partial.RuledOut[(item * classCount) + k]).Count());
        return new Figures(classCount, all / count, ruledOut / count, compared, insertion / count, lost);
    }

    private static ScoreTable Scores(SimulatedClasses setup) => new(setup.Batch.Count, setup.Maps.Length, setup.Plan.ShellCount);

    private static IEnumerable<Contribution> Contributions(ScoreTable scores, int count)
    {
        for (var item = 0; item < count; item++)
        {
            var posteriors = LikelihoodExclusion.Posteriors(scores, item);
            for (var k = 0; k < posteriors.Length; k++)
            {
                if (posteriors[k] > PosteriorThreshold) yield return Contribution.OfClass(item, (2 * k) + (item % 2), posteriors[k], 1);
            }
        }
    }

    private static double Processor(Action action)
    {
        var start = Environment.CpuUsage.TotalTime;
        action();
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>Processor milliseconds per particle, the share of pixels times classes compared, and classes lost.</summary>
    public readonly record struct Figures(
        int ClassCount, double All, double RuledOut, double Compared, double Insertion, double Lost);
}
