using System.Globalization;
using SingleParticle.Statistics;

namespace Plugin.Phantom.Particles;

/// <summary>Shares of the states.</summary>
internal static class Populations
{
    /// <summary>Reads shares and divides them by their sum.</summary>
    /// <param name="text">Numbers with commas between.</param>
    /// <param name="stateCount">Most shares there can be.</param>
    /// <param name="problem">What is wrong; null when nothing is.</param>
    /// <returns>Shares that sum to 1; none when there is a problem.</returns>
    public static double[] Parse(string text, int stateCount, out string? problem)
    {
        var words = text.Split(',', StringSplitOptions.TrimEntries);
        var shares = new double[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            var isNumber = double.TryParse(words[i], NumberStyles.Float, CultureInfo.InvariantCulture, out shares[i]);
            if (!isNumber || shares[i] <= 0 || !double.IsFinite(shares[i]))
            {
                problem = $"'{words[i]}' is not a positive number";
                return [];
            }
        }

        problem = shares.Length > stateCount
            ? FormattableString.Invariant($"{shares.Length} shares, but the scenario has at most {stateCount} states")
            : null;
        return problem is null ? [.. shares.Select(share => share / shares.Sum())] : [];
    }

    /// <summary>Deals out states so that their counts are as near to the shares as whole numbers can be.</summary>
    /// <param name="shares">Shares that sum to 1.</param>
    /// <param name="count">Number of particles.</param>
    /// <param name="random">Where chance comes from: the order is random.</param>
    /// <returns>State of every particle.</returns>
    public static int[] Deal(IReadOnlyList<double> shares, int count, RandomStream random)
    {
        var counts = shares.Select(share => (int)Math.Floor(share * count)).ToArray();
        var byRemainder = Enumerable.Range(0, counts.Length).OrderByDescending(k => (shares[k] * count) - counts[k]).ThenBy(k => k);
        foreach (var state in byRemainder.Take(count - counts.Sum()))
            counts[state]++;
        int[] states = [.. Enumerable.Range(0, counts.Length).SelectMany(k => Enumerable.Repeat(k, counts[k]))];
        random.Shuffle(states);
        return states;
    }
}
