using System.Globalization;
using Benchmarks.Accuracy;
using Testing;

namespace Benchmarks;

/// <summary>What classify3d reaches at its defaults, over many seeds, beside what it reaches when it starts from the truth.</summary>
internal static class AccuracyBenchmarks
{
    private const double Asked = 0.95;

    /// <summary>Prints a row per set as Markdown, and every seed as it is done to the error stream.</summary>
    /// <param name="arguments">Number of seeds, then names of sets; none for all.</param>
    public static async Task RunAsync(string[] arguments)
    {
        var seeds = int.Parse(arguments[0], CultureInfo.InvariantCulture);
        var sets = arguments.Length == 1 ? CheckSets.All : [.. arguments[1..].Select(name => CheckSets.All.First(set => set.Name == name))];
        Console.WriteLine(
            "| set | K | from the truth | blind: median, least | seeds at 0.95 of the truth | alike classes merged | classes then "
            + "| held-out ESS | s |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var set in sets)
            Console.WriteLine(Row(set, await TrialsAsync(set, seeds).ConfigureAwait(false)));
    }

    private static async Task<IReadOnlyList<(Trial? Truth, Trial Blind)>> TrialsAsync(CheckSet set, int seedCount)
    {
        var trials = new List<(Trial? Truth, Trial Blind)>();
        for (var seed = 1UL; seed <= (ulong)seedCount; seed++)
        {
            using var folder = new TemporaryFolder();
            var particles = await set.Make(seed, folder.FullPath).ConfigureAwait(false);
            var blind = await Trial.BlindAsync(particles, set.ClassCount, seed).ConfigureAwait(false);
            var isKnown = particles.StateCount == 1 || (set.IsFixed && seed > 1);
            var truth = isKnown
                ? trials.FirstOrDefault().Truth
                : await Trial.FromTruthAsync(particles, folder.FullPath, seed).ConfigureAwait(false);
            trials.Add((truth, blind));
            Console.Error.WriteLine(Text($"{set.Name} seed {seed}: truth {truth?.RandIndex:0.000} {blind}"));
        }

        return trials;
    }

    private static string Row(CheckSet set, IReadOnlyList<(Trial? Truth, Trial Blind)> trials)
    {
        var blind = trials.Select(trial => trial.Blind).ToList();
        // In a set of one state there is nothing that classes could agree with.
        var agreement = trials[0].Truth is null
            ? "| – | – | – | – "
            : Text($"| {Median(trials.Select(trial => trial.Truth!.RandIndex)):0.000} ")
                + Text($"| {Median(blind.Select(trial => trial.RandIndex)):0.000}, {blind.Min(trial => trial.RandIndex):0.000} ")
                + Text($"| {trials.Count(trial => trial.Blind.RandIndex >= Asked * trial.Truth!.RandIndex)} of {trials.Count} ")
                + Text($"| {Median(blind.Select(trial => trial.MergedRandIndex)):0.000} ");
        return Text($"| {set.Name} | {set.ClassCount} ") + agreement
            + Text($"| {Median(blind.Select(trial => (double)trial.MergedCount)):0} ")
            + Text($"| {Median(blind.Select(trial => trial.HeldOutEffectiveSampleSize)):0.00} ")
            + Text($"| {Median(blind.Select(trial => trial.Seconds)):0} |");
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
