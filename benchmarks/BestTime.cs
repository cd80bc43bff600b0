using System.Diagnostics;

namespace Benchmarks;

/// <summary>Measures an action by its shortest run, which a busy machine disturbs least.</summary>
internal static class BestTime
{
    /// <summary>Milliseconds of the shortest of many runs, after the code has been compiled in full.</summary>
    public static double Milliseconds(Action action, double budgetSeconds = 1.5)
    {
        var clock = Stopwatch.StartNew();
        var best = double.MaxValue;
        for (var run = 0; run < 40 || clock.Elapsed.TotalSeconds < budgetSeconds; run++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return best;
    }
}
