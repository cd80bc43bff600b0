using System.Globalization;
using Benchmarks.Accuracy;
using Host.Abstractions.Running;
using Plugin.Classify3D;
using Plugin.Classify3D.Expectation;
using Plugin.Classify3D.Initialization;
using Plugin.Classify3D.Schedules;
using Plugin.Classify3D.Stages;
using Testing;
using Testing.Jobs;

namespace Benchmarks;

/// <summary>What ruling classes out does in every E-step of a classification: time, and what all shells would have said.</summary>
/// <remarks>Every E-step is done twice from the same maps, with all classes compared and with classes ruled out.</remarks>
internal static class ExclusionBenchmarks
{
    private const int ThreadCount = 2;

    /// <summary>Prints a row per iteration.</summary>
    /// <param name="set">Particles.</param>
    /// <param name="classCount">K.</param>
    public static async Task RunAsync(Func<ulong, string, Task<CheckParticles>> set, int classCount)
    {
        using var folder = new TemporaryFolder();
        var particles = await set(1, folder.FullPath).ConfigureAwait(false);
        using var context = new TestJobContext { Seed = 1, Resources = new GrantedResources(ThreadCount, 12L << 30) };
        context.Connect("particles", particles.Item).Set("classes", classCount.ToString(CultureInfo.InvariantCulture));
        var options = context.Parameters.Bind<Classify3DOptions>();
        using var data = ParticleStage.Prepare(context, options, ParticleStage.Read(context, options, [], default), default);
        var problem = ProblemStage.Create(context, options, data, new MaskSet(null, null), default);
        using var state = Start.Create(problem, context, default);
        Console.WriteLine(
            "| maps after iteration | E-step ms per particle, all | ruled out | compared % | classes ruled out | of them p > 1e-3 "
            + "| greatest p | mean p | particles with another class |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        Compare(problem, state);
        new FullBatchEm(problem, context.Progress, after => Compare(problem, after)).Run(state, default);
    }

    private static void Compare(ClassificationProblem problem, ClassificationState state)
    {
        var (full, all, _) = Pass(problem with { Options = problem.Options with { ClassExclusionProbability = 0 } }, state);
        var (partial, ruledOut, compared) = Pass(problem, state);
        var (outside, wrong, greatest, sum, moved) = (0, 0, 0f, 0.0, 0);
        foreach (var record in problem.UsableRecords)
        {
            var (truth, lot) = (Of(full, record), problem.LotOf(record));
            var found = Of(partial, record);
            moved += ClassPosteriors.Largest(truth, lot) != ClassPosteriors.Largest(found, lot) ? 1 : 0;
            for (var k = 0; k < state.ClassCount; k++)
            {
                // A posterior of exactly 0 is that of a class ruled out, or one too small for single precision: no matter which.
                if (found[k] > 0) continue;
                outside++;
                wrong += truth[k] > 1e-3f ? 1 : 0;
                (greatest, sum) = (Math.Max(greatest, truth[k]), sum + truth[k]);
            }
        }

        Print($"| {state.Records.Count} | {all:F3} | {ruledOut:F3} | {compared:F1} ");
        Print($"| {outside} of {problem.UsableRecords.Length * state.ClassCount} ");
        Print($"| {wrong} | {greatest:E1} | {sum / Math.Max(1, outside):E1} | {moved} |\n");

        float[] Of(float[] posteriors, int record) => posteriors.AsSpan(record * state.ClassCount, state.ClassCount).ToArray();
    }

    private static (float[] Posteriors, double Milliseconds, double ComparedPercent) Pass(
        ClassificationProblem problem, ClassificationState state)
    {
        // The posteriors so far are what the maps were made with; the pass writes over them.
        var posteriors = state.Posteriors.ToArray();
        var request = new PassRequest { Records = problem.UsableRecords, Posteriors = posteriors, Statistics = null };
        var start = Environment.CpuUsage.TotalTime;
        var result = ParticlePass.Run(problem, state, request, _ => { }, default);
        var spent = (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
        return (posteriors, spent / problem.UsableRecords.Length, result.ComparedPercent);
    }

    private static void Print(FormattableString text) => Console.Write(text.ToString(CultureInfo.InvariantCulture));
}
