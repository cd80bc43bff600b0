
namespace SingleParticle.Statistics;

/// <summary>k-means clustering from several seeded starts, the best of which is kept.</summary>
/// <remarks>Lloyd 1982, DOI 10.1109/TIT.1982.1056489; starts as in k-means++, Arthur and Vassilvitskii 2007.</remarks>
public static class KMeans
{
    private const int MostIterations = 100;

    /// <summary>The cluster of every point; none is empty.</summary>
    /// <param name="points">Points, at least as many as clusters.</param>
    /// <param name="clusterCount">K.</param>
    /// <param name="restartCount">Number of starts.</param>
    /// <param name="random">Draws the starts.</param>
    public static int[] Fit(double[][] points, int clusterCount, int restartCount, RandomStream random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points.Length, clusterCount);
        var (best, bestSpread) = ((int[]?)null, double.PositiveInfinity);
        for (var restart = 0; restart < restartCount; restart++)
        {
            var (labels, spread) = Iterate(points, DrawCentres(points, clusterCount, random.Split((ulong)restart)));
            if (best is null || spread < bestSpread)
                (best, bestSpread) = (labels, spread);
        }

        return best ?? throw new ArgumentOutOfRangeException(nameof(restartCount), restartCount, "at least one start is needed");
    }

    /// <summary>Points far apart: each next one with a probability that grows as its squared distance from those drawn before.</summary>
    /// <param name="points">Points; the drawn ones are returned as they are, not copied.</param>
    /// <param name="count">How many to draw.</param>
    /// <param name="random">Draws them.</param>
    public static double[][] DrawCentres(double[][] points, int count, RandomStream random)
    {
        var centres = new double[count][];
        var distances = new double[points.Length];
        Array.Fill(distances, double.PositiveInfinity);
        centres[0] = points[random.NextInt(points.Length)];
        for (var k = 1; k < count; k++)
        {
            for (var i = 0; i < points.Length; i++)
                distances[i] = Math.Min(distances[i], SquaredDistance(points[i], centres[k - 1]));
            var (target, next) = (random.NextDouble() * distances.Sum(), 0);
            while (next < points.Length - 1 && target >= distances[next])
                target -= distances[next++];
            centres[k] = points[next];
        }

        return centres;
    }

    private static (int[] Labels, double Spread) Iterate(double[][] points, double[][] centres)
    {
        var labels = new int[points.Length];
        for (var iteration = 0; iteration < MostIterations; iteration++)
        {
            var now = Array.ConvertAll(points, point => Nearest(point, centres));
            FillEmpty(points, centres, now);
            if (iteration > 0 && now.AsSpan().SequenceEqual(labels))
                break;
            labels = now;
            for (var k = 0; k < centres.Length; k++)
                centres[k] = Mean([.. points.Where((_, i) => labels[i] == k)]);
        }

        return (labels, points.Select((point, i) => SquaredDistance(point, centres[labels[i]])).Sum());
    }

    /// <summary>Gives every empty cluster the point that lies furthest from its centre, taken from a cluster of several.</summary>
    private static void FillEmpty(double[][] points, double[][] centres, int[] labels)
    {
        for (var k = 0; k < centres.Length; k++)
        {
            if (labels.Contains(k))
                continue;
            var furthest = Enumerable.Range(0, points.Length)
                .Where(i => labels.Count(label => label == labels[i]) > 1)
                .MaxBy(i => SquaredDistance(points[i], centres[labels[i]]));
            labels[furthest] = k;
        }
    }

    private static int Nearest(double[] point, double[][] centres)
    {
        var best = 0;
        for (var k = 1; k < centres.Length; k++)
        {
            if (SquaredDistance(point, centres[k]) < SquaredDistance(point, centres[best]))
                best = k;
        }

        return best;
    }

    private static double[] Mean(double[][] points) =>
        [.. Enumerable.Range(0, points[0].Length).Select(axis => points.Average(point => point[axis]))];

    private static double SquaredDistance(double[] first, double[] second)
    {
        var sum = 0.0;
        for (var axis = 0; axis < first.Length; axis++)
            sum += (first[axis] - second[axis]) * (first[axis] - second[axis]);
        return sum;
    }
}
