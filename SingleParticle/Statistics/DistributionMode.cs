namespace SingleParticle.Statistics;

/// <summary>A peak of a distribution, parted from its neighbours by real valleys.</summary>
/// <param name="Value">Where the density is greatest.</param>
/// <param name="Share">Share of the distribution between the valleys around it.</param>
/// <param name="UpperEnd">The valley above it; infinite for the last.</param>
public sealed record DistributionMode(double Value, double Share, double UpperEnd)
{
    private const int PointsPerDeviation = 16;
    private const double ReachDeviations = 4;

    // A valley counts when the density there is below this part of the lower of its two peaks,
    private const double DeepestShallow = 0.85;

    // and a peak when it holds at least this share of the whole.
    private const double LeastShare = 0.05;

    /// <summary>The modes of a mixture, by ascending value; at least one.</summary>
    /// <param name="mixture">The distribution.</param>
    public static IReadOnlyList<DistributionMode> Of(GaussianMixture mixture)
    {
        ArgumentNullException.ThrowIfNull(mixture);
        var grid = Grid(mixture);
        var density = Array.ConvertAll(grid, value => mixture.Density(value));
        var modes = Stretches(grid, density);
        while (modes.Count > 1 && Weakest(modes, density) is var valley and >= 0)
        {
            modes[valley] = Join(modes[valley], modes[valley + 1], density);
            modes.RemoveAt(valley + 1);
        }

        return [.. modes.Select((mode, i) =>
            new DistributionMode(grid[mode.Peak], mode.Share, i == modes.Count - 1 ? double.PositiveInfinity : grid[mode.End]))];
    }

    private static double[] Grid(GaussianMixture mixture)
    {
        var points = new SortedSet<double>();
        foreach (var (_, mean, deviation) in mixture.Components)
        {
            for (var i = -(int)(ReachDeviations * PointsPerDeviation); i <= ReachDeviations * PointsPerDeviation; i++)
                points.Add(mean + (deviation * i / PointsPerDeviation));
        }

        return [.. points];
    }

    /// <summary>Cuts the grid at every minimum of the density.</summary>
    private static List<Stretch> Stretches(double[] grid, double[] density)
    {
        var stretches = new List<Stretch>();
        var (peak, share) = (0, 0.0);
        for (var i = 1; i < grid.Length; i++)
        {
            share += (density[i] + density[i - 1]) / 2 * (grid[i] - grid[i - 1]);
            if (density[i] > density[peak])
                peak = i;
            if (i == grid.Length - 1 || (density[i] < density[i - 1] && density[i] <= density[i + 1]))
            {
                stretches.Add(new Stretch(peak, i, share));
                (peak, share) = (i, 0);
            }
        }

        var total = stretches.Sum(stretch => stretch.Share);
        return [.. stretches.Select(stretch => stretch with { Share = stretch.Share / total })];
    }

    /// <summary>The valley that parts least, if it is too shallow or a stretch beside it too small; else -1.</summary>
    private static int Weakest(List<Stretch> modes, double[] density)
    {
        var (weakest, greatest) = (-1, 0.0);
        for (var i = 0; i < modes.Count - 1; i++)
        {
            var depth = density[modes[i].End] / Math.Min(density[modes[i].Peak], density[modes[i + 1].Peak]);
            var isTooWeak = depth > DeepestShallow || Math.Min(modes[i].Share, modes[i + 1].Share) < LeastShare;
            if (isTooWeak && depth > greatest)
                (weakest, greatest) = (i, depth);
        }

        return weakest;
    }

    private static Stretch Join(Stretch lower, Stretch upper, double[] density) => new(
        density[lower.Peak] >= density[upper.Peak] ? lower.Peak : upper.Peak, upper.End, lower.Share + upper.Share);

    private readonly record struct Stretch(int Peak, int End, double Share);
}
